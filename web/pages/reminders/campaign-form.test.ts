import { type Campaign, emptyStep, formOf, inputOf } from './campaign-form.js';

const campaign = {
  state: 'ACTIVE',
  note: 'as it is',
  gapDays: 3,
  catchUpDays: 3,
  cashFeedDays: null,
  holdoutShare: 0.07,
  holdoutHighRisk: false,
  groupsTogether: false,
  sendFrom: '09:00',
  sendUntil: '16:30',
  mostPerHour: 2000,
  steps: [
    {
      key: 'T-7',
      offsetDays: -7,
      channel: 'EMAIL',
      audience: {
        grades: ['D', 'E'],
        isForUnscored: false,
        lateFrom: 0.29,
        lateUpTo: null,
        openFromMinor: 100_000,
        openUpToMinor: null,
        termsFrom: 15,
        termsUpTo: null,
        countries: ['DE', 'AT'],
        languages: ['DE'],
        entityTypes: ['COMPANY', 'SOLE_TRADER'],
        segments: ['key account'],
        relation: 'NEW',
      },
    },
  ],
} as unknown as Campaign;

test('a campaign that is opened and sent without a change says the same', () => {
  const { note, steps, ...rest } = inputOf(formOf(campaign, 'EUR'), 'EUR');
  const { state: _, note: __, steps: given, ...same } = campaign;
  expect(rest).toEqual(same);
  expect(steps).toEqual(given);
  expect(note).toBe('');
});

test('a step for everybody leaves everything open, and shares are typed in per cent', () => {
  const { steps } = inputOf(
    {
      ...formOf(campaign, 'EUR'),
      steps: [{ ...emptyStep, key: 'T-1', offsetDays: '-1', lateFrom: '12,5' }],
    },
    'EUR',
  );
  expect(steps).toEqual([
    {
      key: 'T-1',
      offsetDays: -1,
      channel: 'EMAIL',
      audience: {
        grades: null,
        isForUnscored: true,
        lateFrom: 0.125,
        lateUpTo: null,
        openFromMinor: null,
        openUpToMinor: null,
        termsFrom: null,
        termsUpTo: null,
        countries: null,
        languages: null,
        entityTypes: null,
        segments: null,
        relation: null,
      },
    },
  ]);
});

test.each([
  ['EUR', '1000'],
  ['JPY', '100000'],
  ['KWD', '100'],
])('amounts are typed in the units of the currency: %s', (currency, typed) => {
  const form = formOf(campaign, currency);
  expect(form.steps[0]?.openFrom).toBe(typed);
  expect(inputOf(form, currency).steps[0]?.audience.openFromMinor).toBe(100_000);
  const [step] = form.steps;
  const half = inputOf({ ...form, steps: [{ ...(step as typeof emptyStep), openFrom: '12,5' }] }, 'EUR');
  expect(half.steps[0]?.audience.openFromMinor).toBe(1250);
});
