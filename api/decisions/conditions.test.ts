import type { Grade } from '../../analytics/index.js';
import type { Application } from './application.js';
import { aboveTheLaw, instruments } from './conditions.js';
import type { JudgedOffer } from './offers-of.js';
import { defaultDocument, policyOf } from './policy.js';

// A sound company in grade B: nothing has to go with its offer. Then one thing after the other is otherwise.
const policy = { ...policyOf(defaultDocument), discountShare: 0 };
const of = {
  billingPeriodDays: 30,
  workInProgressMinor: 0,
  setUpCostMinor: 0,
  hasGuarantee: false,
  isNaturalPerson: false,
};
const offer = {
  ...{ termsDays: 30, billingPeriodDays: 30, eadMinor: 1_000_000, atRiskMinor: 800_000 },
  ...{ expectedLossMinor: 1_000, marginMinor: 900_000 },
};
const keys = (grade: Grade, other: object = {}, best: object = {}, by: object = {}) =>
  instruments({ ...of, ...other } as Application, grade, { ...offer, ...best } as JudgedOffer, {
    ...policy,
    ...by,
  }).map(({ key }) => key);

test('nothing goes with the offer to a sound company that asks for what is usual', () => {
  expect(keys('B')).toEqual([]);
});

test.each([
  ['C', {}, {}, ['direct debit', 'retention of title']],
  ['C', { isNaturalPerson: true }, { termsDays: 0 }, []],
  ['D', {}, {}, ['direct debit', 'guarantee', 'retention of title']],
  ['D', { hasGuarantee: true }, { atRiskMinor: 0 }, ['direct debit']],
  ['B', { billingPeriodDays: 90 }, {}, ['shorter billing']],
  ['B', { workInProgressMinor: 150_000, setUpCostMinor: 100_001 }, {}, ['milestone billing']],
  ['B', { workInProgressMinor: 150_000, setUpCostMinor: 100_000 }, {}, []],
  ['B', {}, { expectedLossMinor: 45_001 }, ['credit insurance']],
  ['B', {}, { expectedLossMinor: 45_000 }, []],
] as const)('in grade %s, where %j and the offer is %j: %j', (grade, other, best, wanted) => {
  expect(keys(grade, other, best)).toEqual(wanted);
});

test('whom each is proposed to, and from what on, is the policy’s', () => {
  const everybody = { A: 'yes', B: 'yes', C: 'yes', D: 'yes', E: 'yes' };
  expect(keys('A', {}, {}, { directDebit: everybody, guarantee: everybody, retentionOfTitle: everybody })).toEqual([
    'direct debit',
    'guarantee',
    'retention of title',
  ]);
  expect(keys('B', { workInProgressMinor: 150_000 }, {}, { milestoneShare: 0.1 })).toEqual(['milestone billing']);
  expect(keys('B', {}, { expectedLossMinor: 45_001 }, { insuredShare: 0.1 })).toEqual([]);
});

test('a discount for paying early is proposed where it costs less a year than money and risk do', () => {
  // 1 % within ten days of thirty: 20.1 % a year.
  const early = { discountShare: 0.01, discountDays: 10 };
  expect(keys('B', {}, {}, { ...early, fundingRate: 0.21 })).toEqual(['early-payment discount']);
  expect(keys('B', {}, {}, { ...early, fundingRate: 0.19 })).toEqual([]);
  expect(keys('B', {}, { termsDays: 10 }, { ...early, fundingRate: 0.21 })).toEqual([]);
});

test.each([
  [60, 'company', null],
  [61, 'company', /^Terms above 60 days need express agreement in the EU/],
  [30, 'public_body', null],
  [31, 'public_body', /^A public body has to pay within 30 days/],
] as const)('%i days of a %s: what the law caps is told', (days, entityType, told) => {
  const said = aboveTheLaw(days, entityType, policy);
  if (told === null) expect(said).toBeNull();
  else expect(said).toMatch(told);
});
