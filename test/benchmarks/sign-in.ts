/** What signing in costs, what asking whether one may adds to a request, and what a flood of wrong sign-ins does to others. */
import { hashed } from '../../api/auth/passwords.js';
import { Sessions } from '../../api/auth/sessions.service.js';
import { nobodyAt } from '../support/asker.js';
import { type Measurement, median, timed } from './measurement.js';
import type { Program } from './stand.js';

const ROUNDS = 60;
const WRONG_A_SECOND = 200;
const SECONDS = 5;

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
  const ask = () => program.gql('{ book { today } }');
  const idle = median(await times(ask));
  const under = await underFlood(program, ask);
  return [
    figure('one hash', median(hashes), null, 300),
    figure('who asks, and may they', median(checks), null, 1),
    figure(`a request under ${WRONG_A_SECOND} wrong sign-ins a second`, under, idle, 2),
  ];
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await timed(work));
  return all.slice(ROUNDS / 6); // the first ones compile
}

/** From as many addresses as wrong sign-ins, so that no limit of one address stands before the hashing. */
async function underFlood(program: Program, ask: () => Promise<unknown>): Promise<number> {
  const nobody = nobodyAt(program.url);
  const wrong: Promise<unknown>[] = [];
  let sent = 0;
  const flood = setInterval(() => {
    for (let i = 0; i < WRONG_A_SECOND / 20; i++)
      wrong.push(
        nobody.ask(
          `mutation { signIn(input: { email: "x${sent++}@firm.example", password: "not the password" }) { permissions } }`,
        ),
      );
  }, 50);
  const during: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  while (performance.now() < until) during.push(await timed(ask));
  clearInterval(flood);
  await Promise.allSettled(wrong);
  return median(during);
}
