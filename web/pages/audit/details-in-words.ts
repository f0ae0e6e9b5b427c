/** `{ before: 1, limitMinor: 2 }` as "before 1 · limit minor 2": whatever an entry kept, in one line. */
export function detailsInWords(details: unknown): string {
  if (details === null || typeof details !== 'object') return '';
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${words(name)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ');
}

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
