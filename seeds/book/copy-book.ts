/** Writes invented customers and their documents by COPY. */
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CustomerLedger } from './customer-ledger.js';
import { seedTableNames, seedTables } from './tables.js';

/** Characters sent at a time: many small customers go in one message. */
const CHUNK = 65_536;

/** Copies the customers and all their documents; the transaction is the caller's. */
export async function copyBook(client: pg.ClientBase, ledgers: readonly CustomerLedger[]): Promise<void> {
  for (const name of seedTableNames) {
    const { columns, lines } = seedTables[name];
    const stream = client.query(copyFrom(`copy ${name} (${columns}) from stdin`));
    const done = once(stream, 'finish');
    let text = '';
    for (const ledger of ledgers) {
      text = lines(ledger, text);
      if (text.length < CHUNK) continue;
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
      text = '';
    }
    stream.end(text);
    await done;
  }
}

/** Keys were given out by the seed: whatever is added afterwards begins behind them. */
export async function moveSequencesOn(client: pg.ClientBase): Promise<void> {
  for (const name of ['customer', 'invoice', 'credit']) {
    await client.query(
      `select setval(pg_get_serial_sequence('${name}', 'id'), (select coalesce(max(id), 0) + 1 from ${name}), false)`,
    );
  }
}
