/** What says how a company is made up in law, and not which it is. */
const LEGAL_FORMS = new Set(
  `ltd limited plc llp lp llc inc incorporated corp corporation co company gmbh mbh ag kg kgaa ohg gbr ug se sa sas sarl sasu eurl spa srl
   snc bv nv vof ab as asa aps oy oyj sl slu sc spzoo zoo sro kft zrt nyrt doo dd ou uab sia pty pte bhd kk eeig ev eg holding holdings
   group the and und et y e of`.split(/\s+/),
);

/**
 * The words of a company’s name that tell it from others: without accents, signs, case and legal form.
 * Example: “The Müller & Söhne GmbH” is “muller sohne”.
 */
export function plainCompanyName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    // “S.A.” and “B. V.” are one word each.
    .replace(/\b(\p{L})\.\s?(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = letters.split(' ').filter((word) => word !== '');
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/**
 * How alike two names are, from 0 to 1: Jaro and Winkler’s measure (Winkler 1990, prefix weight 0.1, at most 4 letters)
 * of the words in the order of the alphabet. Example: “dwayne” and “duane” are 0.84 alike.
 */
export function nameSimilarity(one: string, other: string): number {
  const [a, b] = [plainName(one), plainName(other)];
  if (a.letters.join('') === b.letters.join('')) return a.letters.length === 0 ? 0 : 1;
  return similarity(a, b);
}

/** From this on two names may be of the same company: our convention, on the careful side for lists of sanctions. */
const POSSIBLE_NAME = 0.9;

/** A name made plain once, for comparing it with many. */
export interface PlainName {
  readonly words: ReadonlySet<string>;
  /** Its words in the order of the alphabet, letter by letter. */
  readonly letters: readonly string[];
  /** How often letters occur, in 32 classes of letters. */
  readonly counts: Uint8Array;
}

/** Example: “Acme & Acme Ltd” has the one word “acme” and nine letters, the space being one. */
export function plainName(name: string): PlainName {
  const words = plainCompanyName(name).split(' ');
  const letters = [...words.sort().join(' ')];
  const counts = new Uint8Array(32);
  for (const letter of letters) {
    const place = (letter.codePointAt(0) ?? 0) & 31;
    counts[place] = Math.min(255, (counts[place] ?? 0) + 1);
  }
  return { words: new Set(words), letters, counts };
}

/**
 * Whether two names are the same (`exact`), may be (`possible`) or are of different companies (null). A name all of whose
 * words are in the other is possible. Example: “Acme Ltd” and “ACME Limited” are exact; “Acme Trading” is possible.
 */
export const nameMatch = (one: string, other: string): 'exact' | 'possible' | null =>
  plainNameMatch(plainName(one), plainName(other));

/** The same of names that were made plain before. Example: as `nameMatch`. */
export function plainNameMatch(a: PlainName, b: PlainName): 'exact' | 'possible' | null {
  if (a.letters.length === 0 || b.letters.length === 0) return null;
  if (a.words.size === b.words.size && isWithin(a, b)) return 'exact';
  const [fewer, more] = a.words.size < b.words.size ? [a, b] : [b, a];
  if (isWithin(fewer, more) && lettersOf(fewer) >= 4) return 'possible';
  return mayBeAlike(a, b) && similarity(a, b) >= POSSIBLE_NAME ? 'possible' : null;
}

function isWithin({ words }: PlainName, of: PlainName): boolean {
  for (const word of words) if (!of.words.has(word)) return false;
  return true;
}
const lettersOf = ({ words }: PlainName) => [...words].join('').length;

/** False only where the measure cannot come to `POSSIBLE_NAME`: no more letters than both have can be the same ones. */
function mayBeAlike({ letters: a, counts: ofA }: PlainName, { letters: b, counts: ofB }: PlainName): boolean {
  let same = 0;
  for (let i = 0; i < 32; i++) same += Math.min(ofA[i] ?? 0, ofB[i] ?? 0);
  if (a.length > 255 || b.length > 255) return true;
  const jaro = (same / a.length + same / b.length + 1) / 3;
  const prefix = samePrefix(a, b);
  // A hair more, for what rounding takes away.
  return jaro + prefix * 0.1 * (1 - jaro) >= POSSIBLE_NAME - 1e-9;
}

function similarity({ letters: a }: PlainName, { letters: b }: PlainName): number {
  // The measure may differ in the last digits when they are swapped.
  return a.join('') < b.join('') ? jaroWinkler(a, b) : jaroWinkler(b, a);
}

function samePrefix(a: readonly string[], b: readonly string[]): number {
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return prefix;
}

function jaroWinkler(a: readonly string[], b: readonly string[]): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const ofA = a.filter((letter, i) => {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken[j] || b[j] !== letter) continue;
      taken[j] = true;
      return true;
    }
    return false;
  });
  const ofB = b.filter((_, j) => taken[j]);
  const same = ofA.length;
  if (same === 0) return 0;
  const swapped = ofA.filter((letter, i) => letter !== ofB[i]).length / 2;
  const jaro = (same / a.length + same / b.length + (same - swapped) / same) / 3;
  const prefix = samePrefix(a, b);
  return jaro + prefix * 0.1 * (1 - jaro);
}
