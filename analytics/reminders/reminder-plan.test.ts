import fc from 'fast-check';
import { addDays } from '../calendar.js';
import { defaultCampaign, wrongWithCampaign } from './campaign.js';
import { getsSecond, isHeldOut } from './holdout.js';
import { customersOf, planOfReminders, runOfReminders } from './reminder-plan.js';
import { type ReminderInvoice, stepState } from './reminder-step-state.js';

const invoice: ReminderInvoice = {
  customerId: 1,
  customerNumber: 'K1',
  groupId: 1,
  ownerId: null,
  invoiceId: 1,
  issuedOn: '2026-10-30',
  dueOn: '2026-11-30',
  arrivedOn: null,
  openMinor: 10_000,
  openReportingMinor: 10_000,
  recipient: 'pay@mill.example',
  mailState: null,
  phone: null,
  mobile: null,
  postalAddress: null,
  country: 'DE',
  language: 'de',
  entityType: 'company',
  segment: null,
  grade: 'B',
  ladder: null,
  lateProbability: 0.2,
  isNew: false,
  isLeftOut: false,
  isDisputed: false,
  isOnHold: false,
  isInsolvent: false,
  pauses: [],
  said: [],
  lastMessageOn: null,
};
const day = { on: '2026-11-23', campaign: defaultCampaign, holidays: () => new Set<string>(), cashFeedOn: null };
const stepsOf = (of: ReminderInvoice, on: string) =>
  planOfReminders([of], { ...day, on }).contacts.flatMap(({ lines }) => lines.map(({ step }) => step.key));

test('low risk hears less, high risk earlier and by telephone', () => {
  const said = (of: Partial<ReminderInvoice>) =>
    runOfReminders([{ ...invoice, phone: '+49 1', ...of }], { ...day, on: '2026-11-09' }, 50).flatMap(
      ({ on, contacts }) => contacts.flatMap(({ lines }) => lines.map(({ step }) => `${on} ${step.key}`)),
    );
  expect(said({ grade: 'A' })).toEqual(['2026-11-27 T-3 low risk', '2026-12-03 T+3', '2026-12-14 T+14 call']);
  expect(said({ grade: 'E' })).toEqual([
    '2026-11-16 T-14',
    '2026-11-23 T-7',
    '2026-11-27 T-3 call',
    '2026-12-03 T+3',
    '2026-12-07 T+7',
    '2026-12-14 T+14 call',
  ]);
});

test.each([
  [{ openMinor: 0 }, 'paid'],
  [{ isLeftOut: true }, 'customer_left_out'],
  [{ isDisputed: true }, 'disputed'],
  [{ isOnHold: true }, 'on_hold'],
  [{ isInsolvent: true, isLeftOut: true, recipient: null }, 'insolvency'],
  [{ recipient: null }, 'contact_missing'],
  [{ mailState: 'bounced' }, 'bounced'],
  [{ mailState: 'complained' }, 'complained'],
  [{ pauses: [{ reason: 'promise', from: '2026-11-20', until: '2026-11-25' }] }, 'promised'],
  [{ pauses: [{ reason: 'plan', from: '2026-11-20', until: null }] }, 'on_plan'],
  [{ pauses: [{ reason: 'breathing_space', from: '2026-11-20', until: null }] }, 'breathing_space'],
  [{ pauses: [{ reason: 'insolvency', from: '2026-11-20', until: null }] }, 'insolvency'],
  [{ pauses: [{ reason: 'legal', from: '2026-11-20', until: null }] }, 'legal'],
  [{ pauses: [{ reason: 'bounced', from: '2026-11-20', until: null }] }, 'bounced'],
  [{ pauses: [{ reason: 'opted_out', from: '2026-11-20', until: null }] }, 'opted_out'],
  [{ issuedOn: '2026-11-24', dueOn: '2026-12-10' }, 'planned'],
] as const)('%j: %s', (of, wanted) => {
  const step = defaultCampaign.steps.find(({ key }) => key === 'T-7');
  if (!step) throw new Error('the ladder has lost a step');
  const seen = stepState(step, { ...invoice, ...of } as ReminderInvoice, day);
  expect(seen.state === 'not_sent' ? seen.reason : seen.state).toBe(wanted);
});

test('payments older than a week stop every message, and the reason is told', () => {
  const { contacts, leftOut } = planOfReminders([invoice], { ...day, cashFeedOn: '2026-11-15' });
  expect([contacts, leftOut.map(({ reason }) => reason)]).toEqual([[], ['cash_feed_old']]);
  expect(planOfReminders([invoice], { ...day, cashFeedOn: '2026-11-16' }).contacts).toHaveLength(1);
});

test('once a later step speaks the earlier one is silent for ever', () => {
  const late = { ...invoice, dueOn: '2026-11-16', grade: 'B' as const };
  expect(stepsOf(late, '2026-11-23')).toEqual(['T+7']);
});

test('who is held out stays so when the share grows, and high risk never is unless allowed', () => {
  for (let i = 0; i < 200; i++) {
    const of = { customerNumber: `K${i}`, grade: 'B' };
    const held = (holdoutShare: number, holdoutHighRisk = false, grade = 'B') =>
      isHeldOut({ ...of, grade }, { holdoutShare, holdoutHighRisk });
    expect(held(0)).toBe(false);
    if (held(0.1)) expect(held(0.3)).toBe(true);
    expect(held(0.5, false, 'E')).toBe(false);
    expect(held(0.5, true, 'E')).toBe(held(0.5));
  }
});

test('over any forty days no contact has two messages within three days, and no invoice the same step twice', () => {
  const offsets = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(offsets, (dues) => {
      const ledger = dues.map((n, i) => ({
        ...invoice,
        invoiceId: i,
        issuedOn: '2026-09-01',
        dueOn: addDays('2026-11-30', n),
      }));
      const run = runOfReminders(ledger, { ...day, on: '2026-11-02' }, 40);
      const days = run.flatMap(({ on, contacts }) => contacts.map(() => on));
      for (let i = 1; i < days.length; i++) expect((days[i] as string) >= addDays(days[i - 1] as string, 3)).toBe(true);
      const words = run.flatMap(({ contacts }) =>
        contacts.flatMap(({ lines }) => lines.map((l) => `${l.invoice.invoiceId} ${l.step.key}`)),
      );
      expect(new Set(words).size).toBe(words.length);
    }),
    { numRuns: 30 },
  );
});

test('a campaign that makes no sense is refused with all that is wrong', () => {
  expect(wrongWithCampaign(defaultCampaign)).toEqual([]);
  const step = { key: 'T', offsetDays: 0, channel: 'email', audience: { termsFrom: 30, termsUpTo: 14 } } as const;
  expect(wrongWithCampaign({ ...defaultCampaign, steps: [step, step], gapDays: 0 })).toHaveLength(6);
});

test('companies of a group that share an address are one contact by e-mail, addressed to the head of the group', () => {
  const sister = { customerId: 3, groupId: 2, grade: 'E', phone: '+49 1' } as const;
  const invoices: ReminderInvoice[] = [
    { ...invoice, ...sister, invoiceId: 31, recipient: 'Pay@Mill.example' },
    { ...invoice, ...sister, invoiceId: 32, dueOn: '2026-11-26' },
    { ...invoice, customerId: 2, groupId: 2, invoiceId: 21 },
    { ...invoice, customerId: 4, groupId: 2, invoiceId: 41, recipient: 'another@mill.example' },
    { ...invoice, customerId: 5, groupId: 2, invoiceId: 51, ownerId: 9 },
  ];
  const planned = (groupsTogether: boolean) =>
    planOfReminders(invoices, { ...day, campaign: { ...defaultCampaign, groupsTogether } }).contacts.map(
      ({ customerId, channel, lines }) => [customerId, channel, lines.map(({ invoice }) => invoice.invoiceId)],
    );
  expect(planned(true)).toEqual([
    [2, 'email', [31, 32, 21]],
    [3, 'call', [32]],
    [4, 'email', [41]],
    [5, 'email', [51]],
  ]);
  expect(planned(false)).toEqual([
    [3, 'email', [31, 32]],
    [3, 'call', [32]],
    [2, 'email', [21]],
    [4, 'email', [41]],
    [5, 'email', [51]],
  ]);
});

test('whatever the book, a customer has one message a day at most, and companies written to together rest together', () => {
  const ofBook = fc.array(
    fc.record({ customerId: fc.integer({ min: 1, max: 6 }), due: fc.integer({ min: -20, max: 20 }) }),
    { maxLength: 20 },
  );
  const reached = ['a@x.example', 'b@x.example', 'a@x.example', 'b@x.example', 'a@x.example', null];
  const campaign = {
    ...defaultCampaign,
    steps: [...defaultCampaign.steps, { key: 'text', offsetDays: -5, channel: 'sms' as const, audience: {} }],
  };
  fc.assert(
    fc.property(ofBook, (book) => {
      const invoices = book.map(
        (of, i): ReminderInvoice => ({
          ...invoice,
          customerId: of.customerId,
          groupId: of.customerId <= 4 ? 1 : of.customerId,
          recipient: reached[of.customerId - 1] ?? null,
          mobile: of.customerId % 2 === 0 ? '+49 170' : null,
          invoiceId: i,
          dueOn: addDays('2026-11-23', of.due),
        }),
      );
      const last = new Map<number, number>();
      runOfReminders(invoices, { ...day, campaign }, 20).forEach(({ contacts }, n) => {
        for (const contact of contacts.filter(({ channel }) => channel !== 'call'))
          for (const customerId of customersOf(contact)) {
            expect(n - (last.get(customerId) ?? -9)).toBeGreaterThanOrEqual(campaign.gapDays);
            last.set(customerId, n);
          }
      });
    }),
  );
});

test('half of the customers get the second of two templates, the same each time, and others in another comparison', () => {
  const numbers = Array.from({ length: 1000 }, (_, i) => `K${String(i + 1).padStart(4, '0')}`);
  const second = (comparison: number) => numbers.filter((number) => getsSecond(number, comparison));
  expect(second(1)).toHaveLength(510);
  const both = second(2).filter((number) => getsSecond(number, 1)).length;
  expect(both / second(2).length).toBeGreaterThan(0.45);
  expect(both / second(2).length).toBeLessThan(0.55);
});
