import type { Grade } from '../grade.js';

/** How a customer is reminded whose terms were agreed, each as the best of the grades that it is recommended for. */
const ladders: Readonly<Record<string, Grade>> = { friendly: 'A', usual: 'C', firm: 'D' };

export const isReminderLadder = (name: string): boolean => Object.hasOwn(ladders, name);

/**
 * The grade that a customer is reminded as. The ladder that was agreed holds until a score calls for a firmer one: so
 * whoever is new and not scored yet is not taken for one of whom nothing is known.
 * Our convention. Example: who was taken on with `firm` is reminded as D, scored A or not at all; scored E as E.
 */
export function remindedAs(grade: Grade | null, ladder: string | null): Grade | 'none' {
  const agreed = ladder !== null && isReminderLadder(ladder) ? (ladders[ladder] as Grade) : null;
  if (agreed === null) return grade ?? 'none';
  return grade !== null && grade > agreed ? grade : agreed;
}
