import { useCallback, useEffect, useRef, useState } from 'react';

type Texts = Record<string, string>;

/** Keeps what is typed a moment after the last letter: what was not taken is kept with the next. */
export function useKept(keep: (changed: Texts) => Promise<unknown>) {
  const waiting = useRef<Texts>({});
  const timer = useRef(0);
  const how = useRef(keep);
  how.current = keep;
  const [state, setState] = useState<'as typed' | 'keeping' | 'kept' | 'not kept'>('as typed');
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const changed = waiting.current;
    if (Object.keys(changed).length === 0) return;
    waiting.current = {};
    setState('keeping');
    try {
      await how.current(changed);
      setState('kept');
    } catch {
      waiting.current = { ...changed, ...waiting.current };
      setState('not kept');
    }
  }, []);
  const change = useCallback(
    (changed: Texts) => {
      waiting.current = { ...waiting.current, ...changed };
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), 700);
    },
    [flush],
  );
  // Who leaves the page has stopped typing.
  useEffect(() => () => void flush(), [flush]);
  return { change, flush, state };
}

export const keptText = {
  'as typed': 'What you type is kept.',
  keeping: 'Keeping what you typed…',
  kept: 'What you typed is kept.',
  'not kept': 'What you typed could not be kept yet; it is tried again with the next letter.',
} as const;

export const asAnswers = (texts: Texts) => Object.entries(texts).map(([question, text]) => ({ question, text }));
