/** Training the model of lateness on a book, in a process of its own; and asking it about one customer. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { seedAtScale } from '../../seeds/at-scale.js';
import type { Trained } from './lateness-child.js';
import type { Measurement } from './measurement.js';
import { type Stand, TODAY, withClient } from './stand.js';

const figure = (name: string, part: string, value: number, unit: Measurement['unit'], target: number | null) => ({
  name,
  part,
  value,
  unit,
  floor: null,
  target,
});

export async function fitLateness28k(stand: Stand, say: (line: string) => void): Promise<Measurement[]> {
  const databaseUrl = await stand.database('lateness_28k');
  await withClient(databaseUrl, (client) => seedAtScale(client, { customers: 1000, invoices: 28_000, today: TODAY }));
  return measured('fit-lateness-28k', await trained(stand, databaseUrl, say), { seconds: 15 });
}

/** On the book of the stand. */
export async function fitLateness1m(
  stand: Stand,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<Measurement[]> {
  return measured('fit-lateness-1m', await trained(stand, databaseUrl, say), { seconds: 180, mb: 1536 });
}

function measured(name: string, of: Trained, target: { seconds: number; mb?: number }): Measurement[] {
  return [
    figure(name, 'read and fitted', of.fittedMs / 1000, 's', target.seconds),
    figure(name, 'processor time of that', of.fittedCpuMs / 1000, 's', null),
    figure(name, 'with measuring it on the last three tenths, and kept', of.trainedMs / 1000, 's', null),
    ...(of.toldMs === null ? [] : [figure(name, `${of.told} open invoices told`, of.toldMs / 1000, 's', null)]),
    figure(name, 'memory of the process', of.mostMb, 'MB', target.mb ?? null),
    figure('score-one-customer', name.slice('fit-lateness-'.length), of.oneCustomerMs, 'ms', 2),
  ];
}

async function trained(stand: Stand, databaseUrl: string, say: (line: string) => void): Promise<Trained> {
  const child = fork(path.join(import.meta.dirname, 'lateness-child.js'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, GOODSTANDING_HOME: path.join(stand.folder, 'home') },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Trained | number | null];
  if (typeof told !== 'object' || told === null) throw new Error('the process that trains ended without an answer');
  for (const objection of told.objections) say(`! ${objection}`);
  return told;
}
