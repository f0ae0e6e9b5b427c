import type { ReactNode } from 'react';
import classes from './Door.module.css';

/** The frame of the pages before one is in. What others are shown does not name the program. */
export function Door({ title, isOurs = true, children }: { title: string; isOurs?: boolean; children: ReactNode }) {
  return (
    <main className={classes.door}>
      <title>{isOurs ? `${title} · Goodstanding` : title}</title>
      {isOurs && (
        <span className={classes.brand}>
          <img src="/favicon.svg" width={24} height={24} alt="" />
          Goodstanding
        </span>
      )}
      <h1>{title}</h1>
      {children}
    </main>
  );
}
