/** Something a check found by itself about an applicant, beside its score. */
export interface Finding {
  rule:
    | 'own customer'
    | 'identity'
    | 'insolvency'
    | 'like name'
    | 'group'
    | 'sanctions'
    | 'closed'
    | 'strike-off'
    | 'no answer'
    | 'unknown there'
    | 'asked'
    | 'unread'
    | 'kept report'
    | 'currency';
  /** What it does to the recommendation, whatever the score says. */
  weight: 'note' | 'refer' | 'decline';
  sentence: string;
  /** The name on the list of sanctions, while a person has to say whether it is the same. */
  entry?: string;
  /** What the list says of it. */
  detail?: string | null;
}

/** For whoever sees only their own customers: not what others of theirs are called, however the finding was kept. */
export const withoutOthers = (finding: Finding): Finding =>
  finding.rule === 'like name'
    ? { ...finding, sentence: finding.sentence.replace(/: .*\. See that/s, '. See that') }
    : finding;

/** Words of whoever answered about a company, at any depth of what was received: what it calls it. */
const NAMES = ['company_name', 'registeredCompanyName', 'businessName', 'primaryName'];

export function nameInReceived(received: unknown): string | null {
  if (typeof received !== 'object' || received === null) return null;
  for (const [key, value] of Object.entries(received))
    if (NAMES.includes(key) && typeof value === 'string' && value.trim() !== '') return value;
  for (const value of Object.values(received)) {
    const found = nameInReceived(value);
    if (found !== null) return found;
  }
  return null;
}

/** A note of the register that decides. */
export const STRIKE_OFF = 'The register proposes to strike it off.';
