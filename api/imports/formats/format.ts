import type { DateOrder } from '../cells/dates.js';
import type { Kind } from '../kinds.js';

/** A file we know by its header. */
export interface Format {
  id: string;
  title: string;
  kind: Kind;
  /** Column of the file, and the field of the kind it fills; null for a column that is left out on purpose. */
  columns: Record<string, string | null>;
  /** Columns a file may lack. */
  optional: string[];
  /** How it always writes 3/4/2025; a format without one leaves it to each column. */
  dateOrder?: DateOrder;
}

/** Columns we add to the rows we set aside; a corrected file may keep them: reading it, we pass them over. */
export const OUR_COLUMNS: readonly string[] = ['goodstanding_line', 'goodstanding_problem'];
