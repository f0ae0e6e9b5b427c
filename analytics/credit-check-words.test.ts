import { type CreditCheckReport, emptyAccounts, emptyReport } from './credit-check.js';
import { creditCheckInWords, yearsTrading } from './credit-check-words.js';

const on = '2026-11-22';

test('a full report is told worst first', () => {
  const report: CreditCheckReport = {
    ...emptyReport,
    failurePd: 0.015,
    score: { scale: 'Creditsafe, 0–100', value: 64 },
    band: 'B',
    suggestedLimit: { minor: 40_500_000, currency: 'GBP' },
    daysBeyondTerms: 12,
    judgments: 1,
    possibleJudgments: 2,
    accountsOverdue: true,
    events: [{ what: 'Winding-up petition', on: '2026-03-02', isInsolvency: true }],
    foundedOn: '2011-03-01',
    employees: 120,
    accounts: { ...emptyAccounts, currency: 'GBP', madeUpTo: '2025-12-31', netWorthMinor: -100_000 },
  };
  expect(creditCheckInWords(report, on)).toEqual([
    'Winding-up petition, 2 Mar 2026.',
    'Its accounts are overdue at the register.',
    'The chance of failure within a year is 1.5 %, in the band B (64 on Creditsafe, 0–100).',
    'A limit of GBP 405,000.00 is suggested.',
    'It pays others 12 days beyond terms.',
    '1 unpaid court judgment.',
    '2 further judgments may be another’s of a like name: look before acting on them.',
    'It is 15 years old.',
    'It employs 120 people.',
    'Net worth GBP -1,000.00 by the accounts to 31 Dec 2025.',
    'Altman’s Z″ and our strength score are not computable: the accounts to 31 Dec 2025 do not give current assets, current liabilities, total assets, total liabilities, retained earnings, earnings before interest and taxes, equity.',
  ]);
});

test('what was not scored says so and shows no number', () => {
  expect(creditCheckInWords({ ...emptyReport, band: 'E' }, on)).toEqual([
    'Not scored, in the band E: no chance of failure is known.',
  ]);
});

test('paying on terms and sooner are told apart from paying late', () => {
  expect(creditCheckInWords({ ...emptyReport, daysBeyondTerms: 0 }, on)[1]).toBe('It pays others on terms.');
  expect(creditCheckInWords({ ...emptyReport, daysBeyondTerms: -10 }, on)[1]).toBe(
    'It pays others 10 days sooner than terms.',
  );
});

test('a company is as many whole years old as have passed', () => {
  const at = (foundedOn: string | null) => yearsTrading({ ...emptyReport, foundedOn }, on);
  expect([at('2025-11-23'), at('2011-03-01'), at(null), at('2027-01-01')]).toEqual([0, 15, null, null]);
});
