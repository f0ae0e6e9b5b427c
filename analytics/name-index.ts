import { nameMatch, plainCompanyName } from './company-name.js';

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
  private readonly byBeginning = new Map<string, { of: T; name: string }[]>();

  constructor(all: Iterable<{ of: T; names: readonly string[] }>) {
    for (const { of, names } of all)
      for (const name of names)
        for (const beginning of beginnings(name)) {
          const known = this.byBeginning.get(beginning);
          if (known) known.push({ of, name });
          else this.byBeginning.set(beginning, [{ of, name }]);
        }
  }

  /** Exact ones first, each of the list once. */
  matches(name: string): NameFound<T>[] {
    const found = new Map<T, NameFound<T>>();
    for (const beginning of beginnings(name))
      for (const candidate of this.byBeginning.get(beginning) ?? []) {
        if (found.get(candidate.of)?.match === 'exact') continue;
        const match = nameMatch(name, candidate.name);
        if (match === 'exact' || (match && !found.has(candidate.of))) found.set(candidate.of, { ...candidate, match });
      }
    return [...found.values()].sort((a, b) => Number(b.match === 'exact') - Number(a.match === 'exact'));
  }
}

const beginnings = (name: string): Set<string> =>
  new Set(
    plainCompanyName(name)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.slice(0, 2)),
  );
