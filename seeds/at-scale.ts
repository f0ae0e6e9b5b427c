/** Loads the at-scale book straight into the tables, for benchmarks: `npx goodstanding seed --at-scale`. */
import type pg from 'pg';
import { addMonths } from '../analytics/index.js';
import { type AtScaleSize, atScaleLedger } from './at-scale/ledger.js';
import { withBareTables } from './book/bare-tables.js';
import { copyBook, moveSequencesOn } from './book/copy-book.js';
import type { CustomerLedger } from './book/customer-ledger.js';
import { mustBeEmpty } from './book/empty-book.js';
import { copyRates } from './book/rates.js';
import { seedTableNames } from './book/tables.js';

/** Customers to a round of COPY: enough to be quick, few enough that a round of a million-invoice book is small. */
const ROUND = 1000;

/** Told now and then how many of the invoices are written. */
export type Progress = (done: number, total: number) => void;

/** Into an empty, migrated book; opens and commits its own transaction. */
export async function seedAtScale(
  client: pg.ClientBase,
  size: AtScaleSize,
  onProgress: Progress = () => {},
): Promise<void> {
  await client.query('begin');
  try {
    await mustBeEmpty(client);
    await copyRates(client, size.today, 'invented for the at-scale book');
    await withBareTables(client, seedTableNames, () => copyInRounds(client, size, onProgress));
    await moveSequencesOn(client);
    await client.query('update book set opened_on = $1', [addMonths(size.today, -36)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  // Statistics for the planner, and the visibility map without which a covering index still reads the table.
  await client.query(`vacuum (analyze) ${seedTableNames.join(', ')}`);
}

async function copyInRounds(client: pg.ClientBase, size: AtScaleSize, onProgress: Progress): Promise<void> {
  let round: CustomerLedger[] = [];
  let done = 0;
  const write = async () => {
    await copyBook(client, round);
    for (const ledger of round) done += ledger.invoices.length;
    round = [];
    onProgress(done, size.invoices);
  };
  for (const ledger of atScaleLedger(size)) if (round.push(ledger) === ROUND) await write();
  await write();
}
