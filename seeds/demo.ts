/** The demo book: an invented wholesaler with 400 customers and three years of invoices, so that every page has something true to show. */
import type pg from 'pg';
import { addMonths, type Day } from '../analytics/index.js';
import { copyBook, moveSequencesOn } from './book/copy-book.js';
import { mustBeEmpty } from './book/empty-book.js';
import { copyRates } from './book/rates.js';
import { seedTableNames } from './book/tables.js';
import { demoBook } from './demo/book.js';
import { tellOfCustomers } from './demo/credit-checks.js';
import { putOnHold, vetProspects } from './demo/judgements.js';
import { addPeople } from './demo/people.js';

/** Told in words what is being done. */
export type Progress = (done: string) => void;

/** Into an empty, migrated book; in the transaction of the caller, so that there is all of it or nothing. */
export async function seedDemoBook(client: pg.ClientBase, today: Day, onProgress: Progress = () => {}): Promise<void> {
  const { ledgers, prospects, onHold } = demoBook(today);
  const invoices = ledgers.reduce((sum, ledger) => sum + ledger.invoices.length, 0);
  onProgress(`${ledgers.length} customers and ${invoices} invoices made up`);
  await mustBeEmpty(client);
  await client.query(`update book set is_demo = true, reporting_currency = 'EUR', opened_on = $1`, [
    addMonths(today, -36),
  ]);
  await copyRates(client, today, 'invented for the demo book');
  await copyBook(client, ledgers);
  await moveSequencesOn(client);
  await addPeople(client, today);
  await putOnHold(client, onHold, today);
  await vetProspects(client, prospects, today);
  await tellOfCustomers(
    client,
    ledgers.map(({ customer }) => customer).filter(({ stage }) => stage === 'active'),
    today,
  );
  await client.query(`analyze ${seedTableNames.join(', ')}`);
  onProgress('demo book loaded');
}
