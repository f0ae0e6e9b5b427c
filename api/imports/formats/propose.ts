import { isDropped } from '../csv/dropped-columns.js';
import { type ImportField, type Kind, kinds } from '../kinds.js';
import { plain } from './plain-name.js';
import { synonymsOf } from './synonyms.js';

export interface Mapping {
  kind: Kind;
  columns: { column: string; field: string | null }[];
}

/** How much a column looks like a field, 0 when it does not. Of two fields a column may be, a required one has it. */
function closeness(column: string, { field, required }: ImportField): number {
  if (isDropped(column)) return 0;
  const name = plain(column);
  if (name === plain(field)) return 4;
  const favour = required ? 0.5 : 0;
  const synonyms = synonymsOf(field);
  const same = synonyms.filter((synonym) => synonym.name === name).map(({ vagueness }) => vagueness);
  if (same.length > 0) return 3 - Math.min(...same) + favour;
  return synonyms.some((synonym) => !synonym.isGeneral && name.includes(synonym.name)) ? 1 + favour : 0;
}

/** What a header we do not know most likely means: the kind most of whose needs it meets, and each column’s nearest field. */
export function proposeMapping(header: readonly string[]): Mapping {
  const proposals = kinds.map(({ kind, fields }) => {
    const columns = header.map((column) => ({ column, field: null as string | null }));
    const pairs = fields
      .flatMap((field) => header.map((column, i) => ({ field, i, points: closeness(column, field) })))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points || a.i - b.i);
    const taken = new Set<string>();
    for (const { field, i } of pairs) {
      const column = columns[i];
      if (!column || column.field !== null || taken.has(field.field)) continue;
      column.field = field.field;
      taken.add(field.field);
    }
    const required = fields.filter((field) => field.required);
    const met = required.filter(({ field }) => taken.has(field)).length / required.length;
    return { kind, columns, met, taken: taken.size };
  });
  const [best] = proposals.sort((a, b) => b.met - a.met || b.taken - a.taken);
  if (!best) throw new RangeError('there are no kinds of files');
  return { kind: best.kind, columns: best.columns };
}
