import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isReminderLadder } from '../../analytics/index.js';
import { PolicyNotRight } from './decisions.errors.js';
import { policySettings, type SettingKey, type SettingKind, type SettingValue } from './policy-settings.js';

/** A literal default stands for all values of its kind. */
type Widened<T> = T extends number
  ? number
  : T extends string
    ? string
    : T extends readonly number[]
      ? readonly number[]
      : { readonly [K in keyof T]: Widened<T[K]> };

/** What a recommendation assumes: the values of a document, under the version it is known by. */
export type Policy = { readonly version: string } & {
  readonly [K in SettingKey]: Widened<(typeof policySettings)[K]['value']>;
};

/** A policy as it is written, stored and handed over: each value with its unit and where it comes from. */
export interface PolicyDocument {
  version: string;
  settings: Record<SettingKey, { value: SettingValue; unit: string; source: string }>;
}

const valueOfKind: Record<SettingKind, z.ZodType> = {
  share: z
    .number('must be a number')
    .min(0, 'must be a share of one, from 0 to 1')
    .max(1, 'must be a share of one, from 0 to 1'),
  days: z
    .int('must be whole days')
    .min(0, 'must be whole days from 0 to 3,650')
    .max(3650, 'must be whole days from 0 to 3,650'),
  number: z
    .number('must be a number')
    .min(0, 'must not be below nought')
    .max(1e12, 'must be at most a million millions'),
  word: z.string('must be a word').regex(/^[a-z][a-z-]{0,39}$/, 'must be a word of small letters'),
};

/** A number, a list or a value for each grade, as the default is. */
function shapeOf(key: SettingKey): z.ZodType {
  const { kind, value } = policySettings[key];
  const one = valueOfKind[kind];
  if (Array.isArray(value))
    return z.array(one, 'must be a list').min(1, 'must hold at least one value').max(20, 'must hold at most 20 values');
  if (typeof value !== 'object') return one;
  return z.strictObject({ A: one, B: one, C: one, D: one, E: one }, 'must give a value for each grade, A to E');
}

const keys = Object.keys(policySettings) as SettingKey[];
const schema = z.strictObject({
  version: z.string().min(1).max(60),
  settings: z.strictObject(
    Object.fromEntries(
      keys.map((key) => [
        key,
        z.strictObject({
          value: shapeOf(key),
          unit: z.literal(policySettings[key].unit, `must be counted in: ${policySettings[key].unit}`),
          source: z.string('must say where it comes from').trim().min(3, 'must say where it comes from').max(500),
        }),
      ]),
    ),
  ),
});

/** The schema of a policy document (JSON Schema, 2020-12): for editors, and whoever writes one by hand. */
export const policyJsonSchema = (): object => z.toJSONSchema(schema);

/** Settings that came after the first documents: one without them decides by the defaults, as it always did. */
const LATER = [
  'loosenPoints',
  'tightenPoints',
  'interest',
  'disputeDays',
  'restoreDays',
  'reportingDays',
  'longestTermsDaysOfPublicBody',
  'directDebit',
  'guarantee',
  'retentionOfTitle',
  'earlyDiscount',
  'milestoneShare',
  'insuredShare',
] as const satisfies SettingKey[];

const isObject = (of: unknown): of is { settings?: object } => typeof of === 'object' && of !== null;

/** A document with the settings that came after it. */
export function completed<Document extends { settings?: object }>(document: Document): Document {
  const later = Object.fromEntries(LATER.map((key) => [key, settingOf(key)]));
  return { ...document, settings: { ...later, ...document.settings } };
}

const settingOf = (key: SettingKey) => {
  const { value, unit, source } = policySettings[key];
  return { value, unit, source };
};

/** Refuses what is no policy, with a sentence for each thing that is wrong. */
export function policyDocument(given: unknown): PolicyDocument {
  const read = schema.safeParse(isObject(given) && isObject(given.settings) ? completed(given) : given);
  const sentences = read.success ? contradictions(read.data as PolicyDocument) : read.error.issues.map(sentence);
  if (!read.success || sentences.length > 0) throw new PolicyNotRight(sentences);
  return read.data as PolicyDocument;
}

function sentence({ path, message, code, ...issue }: z.core.$ZodIssue): string {
  const [, key, , ...below] = path.map(String);
  const setting = key === undefined ? undefined : policySettings[key as SettingKey];
  const where = setting ? [`${setting.title} (${key})`, ...below].join(', ') : path.join('.') || 'The document';
  const unknown =
    code === 'unrecognized_keys' && 'keys' in issue ? `holds what no policy has: ${issue.keys.join(', ')}` : null;
  return `${where} ${unknown ?? (/^must/.test(message) ? message : 'is missing or of the wrong kind')}.`;
}

/** What is right by itself and not together. */
function contradictions({ settings }: PolicyDocument): string[] {
  const wrong: string[] = [];
  const list = (key: SettingKey) => settings[key].value as number[];
  const isRising = (values: number[]) => values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
  for (const key of ['depositShares', 'termsDays', 'billingPeriods'] as const)
    if (!isRising(list(key))) wrong.push(`${policySettings[key].title} (${key}) must rise, each value once.`);
  if (Object.values(settings.reminderLadder.value).some((ladder) => !isReminderLadder(String(ladder))))
    wrong.push('Reminded by (reminderLadder) is friendly, usual or firm.');
  for (const key of ['directDebit', 'guarantee', 'retentionOfTitle', 'earlyDiscount'] as const)
    if (Object.values(settings[key].value).some((word) => word !== 'yes' && word !== 'no'))
      wrong.push(`${policySettings[key].title} (${key}) is yes or no for each grade.`);
  if (list('billingPeriods').some((period) => period < 1))
    wrong.push('A billing period (billingPeriods) is at least a day.');
  if ((settings.reportOldDays.value as number) < (settings.reportFreshDays.value as number))
    wrong.push('A report cannot be old (reportOldDays) before it is no longer fresh (reportFreshDays).');
  return wrong;
}

export function policyOf(document: PolicyDocument): Policy {
  const values = Object.fromEntries(keys.map((key) => [key, document.settings[key].value]));
  return { version: document.version, ...values } as Policy;
}

export const defaultDocument: PolicyDocument = {
  version: 'policy-3',
  settings: Object.fromEntries(keys.map((key) => [key, settingOf(key)])) as PolicyDocument['settings'],
};
export const defaultPolicy = policyOf(defaultDocument);

/** Two documents that decide alike have the same: sources and units do not count. */
export const fingerprint = (document: PolicyDocument): string =>
  createHash('sha256')
    .update(JSON.stringify(keys.map((key) => document.settings[key].value)))
    .digest('hex');
