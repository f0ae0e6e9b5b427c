import type { ReactNode } from 'react';
import classes from './Notice.module.css';

/** Something the reader must know before reading on; plain, never shouting. */
export function Notice({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'warn' }) {
  return (
    <div className={classes.notice} data-tone={tone}>
      {children}
    </div>
  );
}
