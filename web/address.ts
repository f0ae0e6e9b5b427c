import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

type Changes = Record<string, string | null>;

/** What a page shows is in its address, so it can be sent to a colleague: filters, sort, paging, the day. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name) ?? '', [params]);
  const set = useCallback(
    (changes: Changes, replace = true) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          // Another filter, sort or day is another list: it begins at its first page.
          for (const name of [...after.keys()]) if (/after$/i.test(name)) after.delete(name);
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace },
      ),
    [setParams],
  );
  return { get, set };
}

export type Sort = { by: string; direction: 'ASC' | 'DESC'; onSort: (by: string) => void };

/** `prefix` tells two tables on one page apart. */
export function useSort<By extends string>(allowed: readonly By[], by: By, direction: 'ASC' | 'DESC', prefix = '') {
  const { get, set } = useAddress();
  const asked = get(`${prefix}sort`) as By;
  const now = allowed.includes(asked) ? asked : by;
  const way: 'ASC' | 'DESC' =
    get(`${prefix}dir`) === 'asc' ? 'ASC' : get(`${prefix}dir`) === 'desc' ? 'DESC' : direction;
  const onSort = (next: string) => {
    const turned = next === now ? (way === 'ASC' ? 'desc' : 'asc') : next === by ? direction.toLowerCase() : 'asc';
    set({ [`${prefix}sort`]: next, [`${prefix}dir`]: turned });
  };
  return { by: now, direction: way, onSort };
}

export type Paging = ReturnType<typeof usePaging>;

/** Cursors only lead forwards; the way back is the trail kept with the browser's history entry. */
export function usePaging(prefix = '') {
  const { get } = useAddress();
  const navigate = useNavigate();
  const location = useLocation();
  const name = `${prefix}after`;
  const key = `${prefix}trail`;
  const trail: string[] = location.state?.[key] ?? [];
  const after = get(name);
  const go = (cursor: string | null, steps: string[]) => {
    const params = new URLSearchParams(location.search);
    if (cursor) params.set(name, cursor);
    else params.delete(name);
    navigate({ search: params.toString() }, { state: { ...location.state, [key]: steps }, preventScrollReset: true });
  };
  return {
    after: after || null,
    pagesBefore: after ? Math.max(trail.length, 1) : 0,
    next: (cursor: string) => go(cursor, [...trail, after]),
    previous: () => go(trail.at(-1) || null, trail.slice(0, -1)),
  };
}
