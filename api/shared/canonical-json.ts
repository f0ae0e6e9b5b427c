import { hash } from 'node:crypto';

/** JSON with the keys of every object in order and no spaces: the same content is always the same bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** sha256 over canonical JSON. */
export const checksumOf = (text: string): string => hash('sha256', canonicalJson(JSON.parse(text)), 'hex');
