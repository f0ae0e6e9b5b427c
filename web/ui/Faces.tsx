import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '../graphql.js';
import classes from './Faces.module.css';

export type Asked<T> = { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => unknown };

type Props<T> = {
  of: Asked<T>;
  /** "the customers": completes "Loading …" and "… could not be loaded". */
  what: string;
  skeleton?: ReactNode;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
};

/** The four faces of everything that is loaded: loading, failed, empty, full. */
export function Faces<T>({ of, what, skeleton, isEmpty, empty, children }: Props<T>) {
  if (of.error) return <Failed what={what} error={of.error} retry={of.refetch} busy={of.isFetching} />;
  if (of.data === undefined) {
    return (
      <div role="status" className={classes.loading} data-face="loading">
        <span className="sr">Loading {what}</span>
        {skeleton ?? <Lines count={6} />}
      </div>
    );
  }
  if (isEmpty?.(of.data)) return <Empty>{empty}</Empty>;
  return children(of.data);
}

export function Empty({ children }: { children: ReactNode }) {
  return (
    <div className={classes.empty} data-face="empty">
      {children}
    </div>
  );
}

export function Failed(props: { what: string; error: unknown; retry: () => unknown; busy?: boolean }) {
  const { error } = props;
  const isOurs = error instanceof Failure;
  return (
    <div role="alert" className={classes.failed} data-face="failed">
      <h2>Could not load {props.what}</h2>
      <p>{isOurs ? error.message : 'Something went wrong on this page.'}</p>
      {isOurs && error.reference && (
        <p className="muted small">
          If it happens again, tell whoever runs Goodstanding this reference: <code>{error.reference}</code>
        </p>
      )}
      <Button variant="default" loading={props.busy} onClick={() => props.retry()}>
        Try again
      </Button>
    </div>
  );
}

/** Skeletons in the shape of what comes; the style sheet shows them after 200 ms. */
export function Lines({ count, height = 36 }: { count: number; height?: number }) {
  return (
    <div className={classes.lines} aria-hidden="true">
      {Array.from({ length: count }, (_, line) => `line ${line}`).map((key) => (
        <span key={key} style={{ height }} />
      ))}
    </div>
  );
}

export function Block({ height }: { height: number }) {
  return <div className={classes.block} style={{ height }} aria-hidden="true" />;
}
