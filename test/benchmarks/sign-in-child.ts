/** A process that asks, so that what is measured does not share its processor’s turn with the server: who asks honestly, or who guesses. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { cookieHolder, nobodyAt } from '../support/asker.js';
import { median, timed } from './measurement.js';

export type Order = { url: string; seconds: number } & ({ cookie: string } | { wrongASecond: number });
export interface Told {
  /** Milliseconds of the request in the middle. */
  median: number;
  /** Answers by their code. */
  answers: Record<string, number>;
}

const EVERY_MS = 20;

/** Fifty requests a second of somebody who is signed in. */
async function honestly(url: string, seconds: number, cookie: string): Promise<Told> {
  const somebody = cookieHolder(url, 0, cookie);
  const all: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const milliseconds = await timed(() => somebody.gql('{ book { today } }'));
    all.push(milliseconds);
    await pause(Math.max(0, EVERY_MS - milliseconds));
  }
  return { median: median(all), answers: { OK: all.length } };
}

/** From as many addresses and networks as there are tries, so that no limit of one stands before the hashing. */
async function guessing(url: string, seconds: number, wrongASecond: number): Promise<Told> {
  const tries: Promise<string>[] = [];
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  while (performance.now() < until) {
    const due = ((performance.now() - began) / 1000) * wrongASecond;
    while (tries.length < due) tries.push(tryOnce(url, took));
    await pause(EVERY_MS);
  }
  const answers: Record<string, number> = {};
  for (const code of await Promise.all(tries)) answers[code] = (answers[code] ?? 0) + 1;
  return { median: median(took), answers };
}

const number = () => Math.floor(Math.random() * 256);

async function tryOnce(url: string, took: number[]): Promise<string> {
  const nobody = nobodyAt(url, `10.${number()}.${number()}.${number()}`);
  const mutation = `mutation { signIn(input: { email: "${number()}.${number()}@firm.example", password: "not the password" }) { permissions } }`;
  let code = 'none';
  took.push(
    await timed(async () => {
      const { errors } = await nobody.ask(mutation);
      code = String(errors?.[0]?.extensions.code ?? 'let in');
    }),
  );
  return code;
}

if (process.send) {
  process.send('ready');
  for (;;) {
    const [order] = (await once(process, 'message')) as [Order];
    const { url, seconds } = order;
    process.send(
      'cookie' in order ? await honestly(url, seconds, order.cookie) : await guessing(url, seconds, order.wrongASecond),
    );
  }
}
