import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Caller } from './caller.js';

/** The request, command or job that is being worked on; everything it sets off finds it. */
export interface CurrentRequest {
  /** In each line of the log, and what a masked error tells as its reference. */
  readonly id: string;
  /** For the measurements: page, query, mutation, imports … */
  kind: string;
  /** Nobody, until it is known who asks. */
  caller: Caller;
}

export const currentRequest = new AsyncLocalStorage<CurrentRequest>();

export const newId = (): string => randomBytes(6).toString('hex');

/** What tells a person, and the log, which answer went wrong. */
export const reference = (): string => currentRequest.getStore()?.id ?? newId();

export function requestIsA(kind: string): void {
  const request = currentRequest.getStore();
  if (request) request.kind = kind;
}
