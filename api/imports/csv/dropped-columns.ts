/** What a credit decision must not know of an officer. */
const LONG =
  /gender|dateofbirth|birthdate|birthday|birthplace|nationality|citizenship|geschlecht|geburtsdatum|geburtstag|geburtsort|staatsangehorigkeit|nationalitat|datedenaissance|nationalite|fechadenacimiento|nacionalidad/;
const SHORT = new Set(['sex', 'sexe', 'sexo', 'dob', 'born', 'birth', 'genero']);

/** Whether a column tells gender, birth or nationality of a person: its cells are emptied before anything reads them. */
export function isDropped(column: string): boolean {
  const words = column
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return LONG.test(words.join('')) || words.some((word) => SHORT.has(word));
}

/** The places of such columns in a header. */
export const droppedColumns = (header: readonly string[]): number[] =>
  header.flatMap((column, i) => (isDropped(column) ? [i] : []));
