/** What a credit decision must not know of an officer: English, German, French, Spanish, Italian, Dutch. */
const LONG = new RegExp(
  [
    'gender|dateofbirth|birthdate|birthday|birthplace|placeofbirth|yearofbirth|birthyear|nationality|citizenship',
    'geschlecht|geburts(?:datum|tag|ort|jahr|land)|staats(?:angehor|angehoer|burger|buerger)|nationalita',
    '(?<!re|con)naissance|nationalite|citoyennete',
    'nacimiento|nacionalidad|ciudadania',
    'nascita|nazionalita|cittadinanza',
    'geslacht|geboorte|nationaliteit|staatsburger',
  ].join('|'),
);
const SHORT = new Set(['sex', 'sexe', 'sexo', 'sesso', 'dob', 'born', 'birth', 'geboren', 'genero']);

/** Whether a column tells gender, birth or nationality of a person: its cells are emptied before anything keeps or reads them. */
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
