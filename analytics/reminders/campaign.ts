import type { Grade } from '../grade.js';

/** How a step speaks, messages in the order in which one is chosen where several would go on a day; last, a person who calls. */
export const reminderChannels = ['email', 'sms', 'letter', 'call'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];
export const isMessage = (channel: ReminderChannel): boolean => channel !== 'call';

/** Whom a step is for. What is not given does not matter; all that is given must hold. */
export interface ReminderAudience {
  /** `none`: not scored yet, and no ladder was agreed (`remindedAs`). */
  readonly grades?: readonly (Grade | 'none')[];
  /** Chance of paying late, from and up to, of one; who has none is in no range. */
  readonly lateFrom?: number;
  readonly lateUpTo?: number;
  /** What is open of the invoice, in minor units of the reporting currency; without a rate it is in no range. */
  readonly openFromMinor?: number;
  readonly openUpToMinor?: number;
  /** Days from issue to due day. */
  readonly termsFrom?: number;
  readonly termsUpTo?: number;
  /** ISO 3166. */
  readonly countries?: readonly string[];
  /** Of the message they would get: ISO 639. */
  readonly languages?: readonly string[];
  /** What they are in law. */
  readonly entityTypes?: readonly string[];
  /** Groups of customers, as the accounting system calls them. */
  readonly segments?: readonly string[];
  /** New: has not settled an invoice yet. */
  readonly relation?: 'new' | 'known';
}

export interface ReminderStep {
  /** Its name for ever: what was said under it is not said again. */
  readonly key: string;
  /** Days from the due day: negative before it, never 0. */
  readonly offsetDays: number;
  readonly channel: ReminderChannel;
  readonly audience: ReminderAudience;
}

/** Who is reminded of what, when. A new version is a new document. */
export interface Campaign {
  readonly steps: readonly ReminderStep[];
  /**
   * Companies of a group that share an e-mail address get one message over all their invoices; absent: each its own.
   */
  readonly groupsTogether?: boolean;
  /** A contact hears from us at most once in so many days, over all invoices. */
  readonly gapDays: number;
  /** For so many business days after its day a step may still be said, in words that are true then. */
  readonly catchUpDays: number;
  /** Payments older than this stop every message; null: never. */
  readonly cashFeedDays: number | null;
  /** The share of customers that get no reminder, so that we learn what reminders do. */
  readonly holdoutShare: number;
  readonly holdoutHighRisk: boolean;
  /** In the time of the recipient. */
  readonly sendFrom: string;
  readonly sendUntil: string;
  readonly mostPerHour: number;
}

const known: readonly (Grade | 'none')[] = ['B', 'C', 'D', 'E', 'none'];
const risky: readonly Grade[] = ['D', 'E'];

/**
 * The ladder of the product. Low risk hears less, high risk earlier and by telephone; nobody on the due day itself.
 * Final notice and what follows are a person’s. Source: domain notes 5.2 (0/7/14/30 and risk by risk).
 */
export const defaultCampaign: Campaign = {
  steps: [
    { key: 'T-14', offsetDays: -14, channel: 'email', audience: { grades: risky, termsFrom: 30 } },
    { key: 'T-7', offsetDays: -7, channel: 'email', audience: { grades: known, termsFrom: 15 } },
    { key: 'T-3 low risk', offsetDays: -3, channel: 'email', audience: { grades: ['A'], termsFrom: 15 } },
    { key: 'T-3 short terms', offsetDays: -3, channel: 'email', audience: { termsUpTo: 14 } },
    { key: 'T-3 call', offsetDays: -3, channel: 'call', audience: { grades: risky } },
    { key: 'T+3', offsetDays: 3, channel: 'email', audience: {} },
    { key: 'T+7', offsetDays: 7, channel: 'email', audience: { grades: known } },
    { key: 'T+14 call', offsetDays: 14, channel: 'call', audience: {} },
  ],
  groupsTogether: true,
  gapDays: 3,
  catchUpDays: 3,
  cashFeedDays: 7,
  holdoutShare: 0,
  holdoutHighRisk: false,
  sendFrom: '09:00',
  sendUntil: '16:30',
  mostPerHour: 2000,
};

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const whole = (n: number, from: number, to: number) => Number.isInteger(n) && n >= from && n <= to;

/**
 * What is wrong with a campaign, a sentence each; none when it may be used.
 * Example: a step on the due day itself is refused: whoever pays that day is on time.
 */
export function wrongWithCampaign(of: Campaign): string[] {
  const wrong: string[] = [];
  const keys = new Set<string>();
  for (const { key, offsetDays, audience } of of.steps) {
    if (key.trim() === '' || key.length > 40) wrong.push('A step needs a name of at most 40 characters.');
    if (keys.has(key)) wrong.push(`Two steps are called ${key}.`);
    keys.add(key);
    if (!whole(offsetDays, -90, 90) || offsetDays === 0) {
      wrong.push(`${key}: the days must be from -90 (before the due day) to 90 (after it), and not 0.`);
    }
    for (const [from, upTo] of [
      [audience.lateFrom, audience.lateUpTo],
      [audience.openFromMinor, audience.openUpToMinor],
      [audience.termsFrom, audience.termsUpTo],
    ]) {
      if (from !== undefined && upTo !== undefined && from > upTo)
        wrong.push(`${key}: nothing is from ${from} up to ${upTo}.`);
    }
  }
  if (of.steps.length === 0) wrong.push('A campaign needs a step.');
  if (of.steps.length > 30) wrong.push('A campaign has at most 30 steps.');
  if (!whole(of.gapDays, 1, 30)) wrong.push('Messages to one contact lie 1 to 30 days apart.');
  if (!whole(of.catchUpDays, 0, 10)) wrong.push('A step may be caught up for 0 to 10 business days.');
  if (of.cashFeedDays !== null && !whole(of.cashFeedDays, 1, 60)) wrong.push('Payments may be 1 to 60 days old.');
  if (!(of.holdoutShare >= 0 && of.holdoutShare <= 0.5)) wrong.push('At most half of the customers may be held out.');
  if (!isTime(of.sendFrom) || !isTime(of.sendUntil) || of.sendFrom >= of.sendUntil) {
    wrong.push('Messages go out from one time of the day until a later one, such as 09:00 until 16:30.');
  }
  if (!whole(of.mostPerHour, 1, 1_000_000)) wrong.push('At least one message an hour must be allowed.');
  return wrong;
}
