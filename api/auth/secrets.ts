import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses: for cookies, links and keys. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of one. A secret this long needs no slow hash: there is nothing to guess. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
