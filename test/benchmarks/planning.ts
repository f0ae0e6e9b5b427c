/** The reminders of a day planned over the whole book, beside only reading the open invoices of the book. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { openItems } from '../../api/ledger/open-items.js';
import { type Measurement, timed } from './measurement.js';
import type { Planned } from './plan-child.js';
import { type Stand, withClient } from './stand.js';

/** A Monday: three days’ steps come together. */
const ON = '2026-11-23';

export async function planning(stand: Stand, databaseUrl: string, say: (line: string) => void): Promise<Measurement[]> {
  const { ms, mostMb, messages, leftOut } = await plan(stand, databaseUrl);
  say(`${messages} messages, ${leftOut} steps left out`);
  const floor = await withClient(databaseUrl, (client) => timed(() => client.query(openItems(ON, ON), [ON])));
  return [
    { name: 'plan-1m', value: ms / 1000, unit: 's', floor: null, target: 5 },
    { name: 'plan-1m-memory', value: mostMb, unit: 'MB', floor: null, target: 400 },
    { name: 'plan-1m-open-invoices-read', value: floor / 1000, unit: 's', floor: null, target: null },
  ];
}

/** In a process of its own, so that its memory can be told from that of the rest. */
function plan(stand: Stand, databaseUrl: string): Promise<Planned> {
  const child = fork(path.join(import.meta.dirname, 'plan-child.js'), [ON], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, GOODSTANDING_HOME: path.join(stand.folder, 'home') },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (planned) => resolve(planned as Planned));
    child.once('close', (code) => reject(new Error(`the plan ended with code ${code} and said nothing`)));
  });
}
