/** Whether a text names a person: all words of the name in any order (a register writes “MILLER, Ann”), or the address. */
export function names(text: string, { name, email }: { name: string; email: string | null }): boolean {
  const found = wordsOf(text);
  const words = [...wordsOf(name)];
  if (words.length > 0 && words.every((word) => found.has(word))) return true;
  return email !== null && email !== '' && text.toLowerCase().includes(email.toLowerCase());
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** The same JSON with each text that names the person taken out; the very same where none does. */
export function withoutPerson(json: unknown, person: { name: string; email: string | null }): unknown {
  if (typeof json === 'string') return names(json, person) ? 'Erased' : json;
  if (Array.isArray(json)) {
    const items = json.map((item) => withoutPerson(item, person));
    return items.some((item, i) => item !== json[i]) ? items : json;
  }
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(([key, value]) => [key, value, withoutPerson(value, person)] as const);
  if (entries.every(([, before, after]) => before === after)) return json;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}
