import { type Kind, kindOf } from '../kinds.js';
import type { Format } from './format.js';

/** Our own formats: the columns are the fields. */
const own = (kind: Kind, id: string): Format => {
  const { fields, title } = kindOf(kind);
  return {
    id,
    title: `Goodstanding: ${title}`,
    kind,
    columns: Object.fromEntries(fields.map(({ field }) => [field, field])),
    optional: fields.filter(({ inOurFile }) => inOurFile === 'may be missing').map(({ field }) => field),
  };
};

export const ownFormats: readonly Format[] = [
  own('rates', 'rates.csv'),
  own('customers', 'customers.csv'),
  own('invoices', 'invoices.csv'),
  own('invoices-with-clearing', 'invoices-with-clearing.csv'),
  own('payments', 'payments.csv'),
];
