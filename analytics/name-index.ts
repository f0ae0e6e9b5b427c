import { type PlainName, plainName, plainNameMatch } from './company-name.js';

/** A name of a list that is, or may be, the one that was looked for. */
export interface NameFound<T> {
  readonly of: T;
  readonly name: string;
  readonly match: 'exact' | 'possible';
}

/**
 * Finds names that are or may be the same among many (`nameMatch`), looking only at those with a word that begins with the
 * same two letters: a name with no such word in common is not found. Example: among “Acme Ltd” and “Birch Ltd”, “ACME
 * Trading” finds the first, as possible.
 */
export class NameIndex<T> {
  private readonly byBeginning = new Map<string, { of: T; name: string; plain: PlainName }[]>();

  constructor(all: Iterable<{ of: T; names: readonly string[] }>) {
    for (const { of, names } of all)
      for (const name of names) {
        const entry = { of, name, plain: plainName(name) };
        for (const beginning of beginnings(entry.plain)) {
          const known = this.byBeginning.get(beginning);
          if (known) known.push(entry);
          else this.byBeginning.set(beginning, [entry]);
        }
      }
  }

  /** Exact ones first, each of the list once. */
  matches(name: string): NameFound<T>[] {
    const found = new Map<T, NameFound<T>>();
    const plain = plainName(name);
    for (const beginning of beginnings(plain))
      for (const candidate of this.byBeginning.get(beginning) ?? []) {
        if (found.get(candidate.of)?.match === 'exact') continue;
        const match = plainNameMatch(plain, candidate.plain);
        if (match === 'exact' || (match && !found.has(candidate.of)))
          found.set(candidate.of, { of: candidate.of, name: candidate.name, match });
      }
    return [...found.values()].sort((a, b) => Number(b.match === 'exact') - Number(a.match === 'exact'));
  }
}

const beginnings = ({ words }: PlainName): Set<string> =>
  new Set([...words].filter((word) => word !== '').map((word) => word.slice(0, 2)));
