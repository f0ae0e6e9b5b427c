import { isDay } from '../../analytics/index.js';

/** The command was called wrongly: what, and how it is called. */
export class UsageError extends Error {}

export type Values = Record<string, string | boolean | undefined>;

export interface Description {
  /** One line for the overview. */
  summary: string;
  help: string;
  options: Record<string, { type: 'string' | 'boolean' }>;
  /** Whether it takes words besides its options; it says itself which. */
  takesWords?: true;
}

/** What a command does; the exit code it ends with. */
export type Run = (values: Values, positionals: string[]) => Promise<number>;

export function day(value: string | boolean | undefined, option: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !isDay(value))
    throw new UsageError(`${option} takes a day of the calendar such as 2026-11-22, not “${String(value)}”.`);
  return value;
}

export function whole(value: string | boolean | undefined, option: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`${option} takes a whole number above 0, not “${String(value)}”.`);
  return number;
}

/** A line that overwrites itself on a terminal and is not shown elsewhere. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}

export const endProgress = (): void => progress('');

export function oneOf<T extends string>(
  value: string | boolean | undefined,
  option: string,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((each) => each === value);
  if (!found) throw new UsageError(`${option} takes ${known.join(' or ')}, not “${String(value)}”.`);
  return found;
}
