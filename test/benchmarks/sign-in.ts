/** What signing in costs, what asking whether one may adds to a request, and what a flood of wrong sign-ins does to others. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { hashed } from '../../api/auth/passwords.js';
import { Sessions } from '../../api/auth/sessions.service.js';
import { type Measurement, median, timed } from './measurement.js';
import type { Order, Told } from './sign-in-child.js';
import type { Program } from './stand.js';

const CHECKS = 60;
const WRONG_A_SECOND = 200;
const ROUNDS = 5;
const SECONDS = 3;

const figure = (part: string, value: number, floor: number | null, target: number | null): Measurement => ({
  name: 'sign-in',
  part,
  value,
  unit: 'ms',
  floor,
  target,
});

export async function signIn(program: Program): Promise<Measurement[]> {
  const hashes: number[] = [];
  for (let round = 0; round < 7; round++) hashes.push(await timed(() => hashed('correct horse battery staple')));
  const [, secret = ''] = program.cookie.split('=');
  const sessions = program.get(Sessions);
  const checks = await times(() => sessions.callerOf(secret, '127.0.0.1'));
  const { idle, flooded } = await underFlood(program);
  return [
    figure('one hash', median(hashes), null, 300),
    // Less would be too cheap to guess.
    figure('the least that one should cost, beside it', 100, median(hashes), 1),
    figure('who asks, and may they', median(checks), null, 1),
    figure(`a request under ${WRONG_A_SECOND} wrong sign-ins a second`, flooded, idle, 2),
  ];
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < CHECKS; round++) all.push(await timed(work));
  return all.slice(CHECKS / 6); // the first ones compile
}

/** Idle and flooded in turn, so that whatever else the machine does falls on both. The first round warms up. */
async function underFlood({ url, cookie }: Program): Promise<{ idle: number; flooded: number }> {
  const [somebody, guesser] = [await child(), await child()];
  const idle: number[] = [];
  const flooded: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const alone = await ordered(somebody, { url, cookie, seconds: SECONDS });
      const flood = ordered(guesser, { url, seconds: SECONDS + 1, wrongASecond: WRONG_A_SECOND });
      const beside = await ordered(somebody, { url, cookie, seconds: SECONDS });
      const guesses = await flood;
      if (guesses.answers['let in']) throw new Error('a wrong password was let in');
      if (round === 0) continue;
      idle.push(alone.median);
      flooded.push(beside.median);
    }
  } finally {
    somebody.kill();
    guesser.kill();
  }
  return { idle: median(idle), flooded: median(flooded) };
}

async function child(): Promise<ChildProcess> {
  const made = fork(path.join(import.meta.dirname, 'sign-in-child.js'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(made, 'message');
  return made;
}

async function ordered(who: ChildProcess, order: Order): Promise<Told> {
  who.send(order);
  return (await once(who, 'message'))[0] as Told;
}
