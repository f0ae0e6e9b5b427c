/** A value of the policy as a line of text, and back: a number, a list, or something for each grade. */
export function settingText(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => settingText(each)).join(', ');
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => `${name} ${settingText(each)}`)
      .join(', ');
  return value === null ? 'none' : String(value);
}

/** Null where the text is no value of the shape that it was. */
export function settingFrom(text: string, before: unknown): unknown {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (typeof before === 'number') return parts.length === 1 ? numberFrom(parts[0] as string) : null;
  if (typeof before === 'string') return text.trim() === '' ? null : text.trim();
  if (isListOf(before, 'number')) {
    const numbers = parts.map(numberFrom);
    return numbers.length > 0 && !numbers.includes(null) ? numbers : null;
  }
  if (isByName(before)) {
    const pairs = parts.map((part) => /^(\S+)\s+(.+)$/.exec(part)).map((found) => [found?.[1], found?.[2]] as const);
    const named = new Map(pairs);
    const names = Object.keys(before);
    if (pairs.length !== names.length || names.some((name) => named.get(name) === undefined)) return null;
    const values = names.map((name) => settingFrom(named.get(name) as string, before[name]));
    return values.includes(null) ? null : Object.fromEntries(names.map((name, i) => [name, values[i]]));
  }
  return null;
}

/** Whether a line of text can say it; what is nested deeper is changed as a document. */
export const canBeTyped = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'string' || isListOf(value, 'number') || isByName(value);

function numberFrom(text: string): number | null {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : null;
}

const isListOf = (value: unknown, type: 'number'): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === type);

function isByName(value: unknown): value is Record<string, number | string> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.values(value).every((each) => typeof each === 'number' || typeof each === 'string');
}
