import type { NextFunction, Request, Response } from 'express';
import { network } from '../shared/network.js';
import { refuse } from './refuse.js';

/** So many addresses, people or keys are remembered, a megabyte or two; the one not heard of for longest makes room. */
const MOST_ADDRESSES = 10_000;

/** Every address, person and key has a bucket of a minute’s requests, which fills evenly. */
export class RateLimit {
  private readonly buckets = new Map<string, { left: number; at: number }>();

  constructor(private readonly perMinute: number) {}

  /** Takes one from the bucket: 0, or the seconds until there is one to take. `now` in milliseconds of any beginning. */
  secondsToWait(subject: string, now: number): number {
    const key = network(subject);
    const before = this.buckets.get(key);
    const filled = before ? before.left + ((now - before.at) * this.perMinute) / 60_000 : this.perMinute;
    const left = Math.min(this.perMinute, filled);
    this.buckets.delete(key);
    if (this.buckets.size >= MOST_ADDRESSES) this.buckets.delete(this.buckets.keys().next().value as string);
    this.buckets.set(key, { left: left < 1 ? left : left - 1, at: now });
    return left < 1 ? Math.ceil(((1 - left) * 60) / this.perMinute) : 0;
  }

  get addresses(): number {
    return this.buckets.size;
  }
}

/** Lets through what `perMinute` allows of one address; `what` names it in the refusal. */
export const limited = (perMinute: number, what: string, counts: (request: Request) => boolean = () => true) =>
  limitedBy(perMinute, `${what} a minute came from your address`, (request) =>
    counts(request) ? (request.ip ?? '') : undefined,
  );

/** The same for one person or key, from however many addresses they ask. */
export const limitedAsCaller = (perMinute: number) =>
  limitedBy(perMinute, 'requests a minute came in your name', ({ caller }) => caller?.id);

function limitedBy(perMinute: number, what: string, subjectOf: (request: Request) => string | undefined) {
  const limit = new RateLimit(perMinute);
  return (request: Request, response: Response, next: NextFunction): void => {
    const subject = subjectOf(request);
    const seconds = subject === undefined ? 0 : limit.secondsToWait(subject, performance.now());
    if (seconds === 0) {
      next();
      return;
    }
    response.set('Retry-After', String(seconds));
    const message = `More than ${perMinute} ${what}. Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`;
    refuse(request, response, 429, 'TOO_MANY_REQUESTS', message);
  };
}
