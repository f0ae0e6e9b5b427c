import type { ReactNode } from 'react';
import classes from './Door.module.css';

/** The frame of the pages before one is in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.door}>
      <title>{`${title} · Goodstanding`}</title>
      <span className={classes.brand}>
        <img src="/favicon.svg" width={24} height={24} alt="" />
        Goodstanding
      </span>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
