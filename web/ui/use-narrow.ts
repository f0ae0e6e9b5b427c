import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Below this a table is two-line rows whatever it holds: a phone. */
const phone = 560;

/**
 * Whether the table in `frame` needs more room than there is. How much it needs depends on its columns, on the
 * reader’s language and on the amounts in it, so it is measured, not guessed from the width of the window.
 */
export function useNarrow(frame: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(() => window.innerWidth <= phone + 80);
  const needed = useRef(phone);
  useLayoutEffect(() => {
    const box = frame.current;
    const table = box?.querySelector('table');
    if (!box || !table) return;
    const measure = () => {
      const room = box.clientWidth;
      if (isNarrow) {
        if (room >= needed.current) setNarrow(false);
        return;
      }
      const isTooWide = table.offsetWidth > room + 1;
      needed.current = isTooWide ? table.offsetWidth : phone;
      if (isTooWide || room < phone) setNarrow(true);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    observer.observe(table);
    return () => observer.disconnect();
  }, [frame, isNarrow]);
  return isNarrow;
}
