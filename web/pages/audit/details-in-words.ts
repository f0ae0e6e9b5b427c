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
const plain = (value: unknown) =>
  value === null || value === undefined ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
