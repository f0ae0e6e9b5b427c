import { type Format, OUR_COLUMNS } from './format.js';
import { latePaymentHistories } from './late-payment-histories.js';
import { ownFormats } from './own.js';
import { supplier } from './supplier.js';

const formats: readonly Format[] = [...ownFormats, supplier, latePaymentHistories];

/**
 * The format whose columns a header has: all that it must have and none that it does not know, in any order and case.
 * A column too many would otherwise be dropped without a word.
 */
export function recognise(header: readonly string[]): Format | null {
  const names = header.map((name) => name.toLowerCase()).filter((name) => !OUR_COLUMNS.includes(name));
  return (
    formats.find(({ columns, optional }) => {
      const known = Object.keys(columns);
      return (
        names.every((name) => known.some((column) => column.toLowerCase() === name)) &&
        known.every((column) => optional.includes(column) || names.includes(column.toLowerCase()))
      );
    }) ?? null
  );
}

/** Which field each column of the file fills. */
export function columnsOf(format: Format, header: readonly string[]): { column: string; field: string | null }[] {
  const fields = new Map(Object.entries(format.columns).map(([column, field]) => [column.toLowerCase(), field]));
  return header.map((column) => ({ column, field: fields.get(column.toLowerCase()) ?? null }));
}
