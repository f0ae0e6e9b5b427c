import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { isOutside } from './outside.js';

/** In which an endpoint has to answer; what takes longer there belongs behind the answer. */
export const ANSWER_WITHIN_MS = 10_000;

class NotOutside extends Error {}

/** Asked again each time a connection is made: a name that leads elsewhere meanwhile leads nowhere. */
const lookupOutside =
  (own: BlockList): LookupFunction =>
  (name, options, done) =>
    dns.lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const closed = found.find(({ address }) => !isOutside(address, own));
      if (closed)
        return done(new NotOutside(`${name} is ${closed.address}, which is no address of the internet`), '', 0);
      if (options.all) return done(null, found);
      const [first] = found;
      return done(null, first?.address ?? '', first?.family ?? 0);
    });

/** Why it was not taken; null: it was. `isSilent`: it did not answer at all. */
export interface Told {
  error: string | null;
  isSilent: boolean;
}

/** Redirections are not followed. */
export function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  of: { own: BlockList; withinMs?: number },
): Promise<Told> {
  const { own, withinMs = ANSWER_WITHIN_MS } = of;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isOutside(host, own))
    return Promise.resolve({ error: `${host} is no address of the internet`, isSilent: false });
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false as const,
      lookup: lookupOutside(own),
      signal: AbortSignal.timeout(withinMs),
    };
    const asked = request(url, options, (answer) => {
      const { statusCode = 0 } = answer;
      asked.destroy(); // what else it says is of no interest, and may never end
      const error = statusCode >= 200 && statusCode < 300 ? null : `It answered ${statusCode}.`;
      resolve({ error, isSilent: false });
    });
    asked.on('error', ({ name, message }) => {
      const isLate = name === 'AbortError' || name === 'TimeoutError';
      resolve({ error: isLate ? `It did not answer in ${withinMs / 1000} s.` : message, isSilent: true });
    });
    asked.end(body);
  });
}
