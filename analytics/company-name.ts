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
  const [a, b] = [one, other].map((name) => plainCompanyName(name).split(' ').sort().join(' ')) as [string, string];
  if (a === b) return a === '' ? 0 : 1;
  // The measure may differ in the last digits when they are swapped.
  return a < b ? jaroWinkler([...a], [...b]) : jaroWinkler([...b], [...a]);
}

/** From this on two names may be of the same company: our convention, on the careful side for lists of sanctions. */
const POSSIBLE_NAME = 0.9;

/**
 * Whether two names are the same (`exact`), may be (`possible`) or are of different companies (null). A name all of whose
 * words are in the other is possible. Example: “Acme Ltd” and “ACME Limited” are exact; “Acme Trading” is possible.
 */
export function nameMatch(one: string, other: string): 'exact' | 'possible' | null {
  const [a, b] = [plainCompanyName(one), plainCompanyName(other)];
  if (a === '' || b === '') return null;
  const [ofA, ofB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  if (ofA.size === ofB.size && [...ofA].every((word) => ofB.has(word))) return 'exact';
  const [fewer, more] = ofA.size < ofB.size ? [ofA, ofB] : [ofB, ofA];
  const isWithin = [...fewer].every((word) => more.has(word)) && [...fewer].join('').length >= 4;
  return isWithin || nameSimilarity(one, other) >= POSSIBLE_NAME ? 'possible' : null;
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
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
