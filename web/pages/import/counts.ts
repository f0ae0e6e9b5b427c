import type { ImportReport } from './import.graphql.js';

/** What a report counts, in the order in which it is written. */
export const countedThings = [
  { key: 'customers', title: 'Customers' },
  { key: 'invoices', title: 'Invoices' },
  { key: 'credits', title: 'Payments and credit notes' },
  { key: 'allocations', title: 'Allocations to invoices' },
  { key: 'rates', title: 'Exchange rates' },
] as const;

/** How many rows the book gets or changes. */
export const changed = (report: ImportReport) =>
  countedThings.reduce((sum, { key }) => sum + report[key].added + report[key].updated, 0);
