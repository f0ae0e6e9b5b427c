import type pg from 'pg';
import { steps } from './sql-files.js';

export interface Count {
  added: number;
  unchanged: number;
  updated: number;
}

export interface Checked {
  removesDemoBook: boolean;
  customers: Count;
  invoices: Count;
  credits: Count;
  allocations: Count;
  rates: Count;
  /** Limits of known customers that it lowers, or sets where none was; and what it writes off. */
  limits: { customer: string; currency: string; before: number | null; after: number }[];
  writeOffs: { customer: string; number: string; currency: string; minor: number }[];
  totals: { currency: string; invoices: number; credits: number; open: number }[];
  badRowCount: number;
  warningCount: number;
  newestOn: string | null;
  mainCurrency: string | null;
}

/** Rows set aside may leave others without what they refer to; each turn finds some, so there is an end. */
const MOST_TURNS = 1000;

/** Compares the staged rows with each other and with the book; what is good afterwards stands ready to be posted. */
export async function check(
  client: pg.ClientBase,
  onStep: (done: number, of: number) => void = () => {},
): Promise<Checked> {
  const run: (() => Promise<unknown>)[] = [
    () => client.query(steps.book),
    () => client.query(steps.rates),
    () => client.query(steps.customers),
    () => untilNothing(client, steps.parents),
    () => client.query(steps.knownCustomers),
    () => client.query(steps.invoices),
    () => client.query(steps.invoiceWarnings),
    () => client.query(steps.payments),
    () => client.query(steps.paymentParts),
    () => client.query(steps.setAside),
    () => client.query(steps.defaultAmounts),
    () => settle(client),
    () => client.query(steps.customersToWrite),
  ];
  for (const [i, step] of run.entries()) {
    onStep(i, run.length);
    await step();
  }
  const { rows } = await client.query<{ report: Checked }>(steps.report);
  if (!rows[0]) throw new Error('the report of the import came back empty');
  return rows[0].report;
}

async function untilNothing(client: pg.ClientBase, sql: string): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) if (!(await client.query(sql)).rowCount) return;
}

/** Balances: a payment set aside changes what the others come to. */
async function settle(client: pg.ClientBase): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const results = (await client.query(steps.balances)) as unknown as pg.QueryResult[];
    if (!results.at(-1)?.rowCount) return;
    await client.query(steps.setAside);
  }
}
