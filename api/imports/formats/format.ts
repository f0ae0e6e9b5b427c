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
}

/** Columns we add to the rows we set aside; a corrected file may keep them: reading it, we pass them over. */
export const OUR_COLUMNS: readonly string[] = ['goodstanding_line', 'goodstanding_problem'];
