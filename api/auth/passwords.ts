import { setTimeout as pause } from 'node:timers/promises';
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { PasswordTooWeak, TooManyAtOnce } from './auth.errors.js';

/** Argon2id as RFC 9106 §4 recommends where memory is scarce, 64 MiB, on one lane with three passes more: 100 ms and above. */
const COST = { memoryCost: 65_536, timeCost: 6, parallelism: 1 };
/** Each takes a tenth of a second or two, and as long a rest: whoever is the last of these waits some four seconds. */
const MOST_WAITING = 12;
const FEWEST_SIGNS = 12;
const MOST_SIGNS = 200;
/** What is tried first by whoever knows what this program is for. */
const OUR_WORDS = ['goodstanding', 'standing', 'credit', 'invoice', 'ledger', 'finance', 'manager', 'auditor', 'admin'];

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

export const hasRoom = (): boolean => waiting < MOST_WAITING;

/** Refuses at once, before anything is looked up or counted, what would have to wait too long. */
export function mustHaveRoom(): void {
  if (!hasRoom()) throw new TooManyAtOnce();
}

/** One hash at a time, and after each a rest as long: no flood of sign-ins takes more than half a processor from everybody else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  mustHaveRoom();
  waiting += 1;
  let began = 0;
  const mine = last.then(() => {
    began = performance.now();
    return work();
  });
  const rest = () => pause(performance.now() - began, undefined, { ref: false });
  last = mine.then(rest, rest);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

export const hashed = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFKC'), COST));

/** Takes as long where there is no hash to compare with: time does not tell whether a person exists. */
export async function isRight(password: string, stored: string | null): Promise<boolean> {
  const compared = await inTurn(() => verify(stored ?? NOBODYS, password.slice(0, 1000).normalize('NFKC')));
  return compared && stored !== null;
}
/** Of a password that nobody knows, made at the same cost. */
const NOBODYS = '$argon2id$v=19$m=65536,t=6,p=1$5fDUAazozM094NsEZTmRLw$tUR9KESK2IFMIWncqh7KW7dsrMNxQM2NsS/hdZp7j6s';

/** Kept at another cost, it would take another time than nobody’s. */
export const isOfToday = (stored: string): boolean =>
  stored.startsWith(`$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`);

/** Weighing takes the longer the longer a password is; what stands behind these signs makes it only better. */
const SIGNS_WEIGHED = 64;
/** Of 0 to 4: from here on guessing takes 100,000,000 tries and more. */
const STRONG_ENOUGH = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Long beats motley: NIST SP 800-63B-4 §3.1.1.2 asks for length, for a list of what is guessed first, and that no other
 * rule be put on the signs. The list, and what is made of it by turning, doubling and counting on, is zxcvbn’s.
 */
export function mustBeStrong(password: string, person: { name: string; email: string }): void {
  const length = [...password].length;
  if (length < FEWEST_SIGNS)
    throw new PasswordTooWeak(
      `A password has at least ${FEWEST_SIGNS} signs. Four words that do not belong together do.`,
    );
  if (length > MOST_SIGNS) throw new PasswordTooWeak(`A password has at most ${MOST_SIGNS} signs.`);
  const own = `${person.email} ${person.name}`
    .toLowerCase()
    .split(/[\s@]+/)
    .filter((word) => word.length > 2);
  const rest = [...own, ...OUR_WORDS].reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  if (rest.length < FEWEST_SIGNS - 4)
    throw new PasswordTooWeak(
      'The name or address of its owner and the words of this program are what others would try first. Take other words.',
    );
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  if (estimator.check(password.slice(0, SIGNS_WEIGHED)).score < STRONG_ENOUGH)
    throw new PasswordTooWeak(
      'This is among what is guessed first: a password that many have, a row of keys, or the same over and over. Take four words that do not belong together.',
    );
}
