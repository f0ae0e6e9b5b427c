import type { Page, PageArgs } from '../shared/page.js';

/** All rows of a list, a page after the other. */
export async function wholeList<T>(read: (page: PageArgs) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | undefined; ; ) {
    const { nodes, pageInfo } = await read({ first: 200, after });
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor ?? undefined;
  }
}
