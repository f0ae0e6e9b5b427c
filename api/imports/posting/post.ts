import type pg from 'pg';
import type { Checked } from './check.js';
import { steps } from './sql-files.js';

/** Writes the good rows to the book, all in the caller’s transaction, and makes sure that they are what the check said. */
export async function post(
  client: pg.ClientBase,
  checked: Checked,
  onStep: (done: number, of: number) => void = () => {},
): Promise<void> {
  onStep(0, 5);
  if (checked.removesDemoBook) await client.query(steps.removeDemoBook);
  await openBook(client, checked);
  await client.query(steps.postCustomers);
  onStep(1, 5);
  const invoices = await client.query(steps.postInvoices);
  onStep(2, 5);
  const credits = await client.query(steps.postCredits);
  onStep(3, 5);
  const allocations = await client.query(steps.postAllocations);
  onStep(4, 5);
  verify('invoices', invoices.rowCount, checked.invoices.added);
  verify('credits', credits.rowCount, checked.credits.added);
  verify('allocations', allocations.rowCount, checked.allocations.added);
  await client.query('analyze customer, invoice, credit, allocation');
}

/** The first import opens the book: its day, and the currency most of it is in. */
async function openBook(client: pg.ClientBase, { mainCurrency, removesDemoBook }: Checked): Promise<void> {
  await client.query(
    `update book set is_demo = is_demo and not $1, opened_on = case when $1 or opened_on is null then today else opened_on end,
                     reporting_currency = case when is_first then coalesce($2, reporting_currency) else reporting_currency end
       from this_import`,
    [removesDemoBook, mainCurrency],
  );
}

function verify(what: string, written: number | null, planned: number): void {
  if (written !== planned) throw new Error(`the import planned ${planned} ${what} and wrote ${written}`);
}
