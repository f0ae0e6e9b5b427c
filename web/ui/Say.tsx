import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import classes from './Say.module.css';

const SayContext = createContext<(sentence: string) => void>(() => {});

/** Tells what was just done, for eyes and screen readers alike. */
export const useSay = () => useContext(SayContext);

/** Long enough to read two sentences. */
const shownFor = 7000;

export function Sayer({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState('');
  const timer = useRef(0);
  const say = useCallback((next: string) => {
    clearTimeout(timer.current);
    setSentence(next);
    timer.current = window.setTimeout(() => setSentence(''), shownFor);
  }, []);
  return (
    <SayContext value={say}>
      {children}
      <div role="status" className={classes.said} data-shown={sentence ? true : undefined}>
        {sentence}
      </div>
    </SayContext>
  );
}
