import { useEffect, useRef, useState } from 'react';

/** How long a provider that is being asked is given until we look again. */
const LOOK_AGAIN_MS = 2000;

/** Does `again` by itself while a provider has not answered; when the way to the server fails, it is tried once more. */
export function useAskUntilAnswered(isAsking: boolean, again: () => Promise<void>): void {
  const [times, setTimes] = useState(0);
  const newest = useRef(again);
  useEffect(() => {
    newest.current = again;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time begins the next.
  useEffect(() => {
    if (!isAsking) return undefined;
    let isOver = false;
    const next = () => isOver || setTimes((before) => before + 1);
    const timer = setTimeout(() => newest.current().then(next, next), LOOK_AGAIN_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isAsking, times]);
}
