/** `{ before: 1, limitMinor: 2 }` as "before 1 · limit minor 2": whatever an entry kept, in one line. */
export function detailsInWords(details: unknown): string {
  if (details === null || typeof details !== 'object') return '';
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${words(name)} ${plain(value)}`)
    .join(' · ');
}

/** What was changed: "limit minor: none → 200". */
export function changeInWords(before: unknown, after: unknown): string {
  const [was, is] = [before, after].map((side) => (side ?? {}) as Record<string, unknown>) as [Side, Side];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.map((name) => `${words(name)}: ${plain(was[name])} → ${plain(is[name])}`).join(' · ');
}
type Side = Record<string, unknown>;

/** Lists and what is nested in them as a person would write them; of a fingerprint its beginning, as the chain shows its hashes. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plain).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => `${words(name)} ${plain(each)}`)
      .join(', ');
  const text = String(value);
  return /^[0-9a-f]{40,}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
