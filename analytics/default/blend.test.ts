import fc from 'fast-check';
import {
  blendedPd,
  blendRulesOf,
  cautiousPdRange,
  creditCheckPrior,
  creditCheckStrength,
  type DatedReport,
  insolventSince,
  pdFromOdds,
  pdRange,
  pdWithinMonths,
  pooledPd,
} from './blend.js';

const report = (provider: string, reportedOn: string, failurePd: number | null, delinquencyPd: number | null = null) =>
  ({ provider, reportedOn, report: { failurePd, delinquencyPd, isInsolvent: null } }) satisfies DatedReport;
const share = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });

test('a credit check weighs less the older it is, and own invoices more the more there are', () => {
  expect([0, 89, 90, 365, 366, 3000].map((days) => creditCheckStrength(days))).toEqual([20, 20, 12, 12, 5, 5]);
  const weights = [0, 9, 20, 200].map((invoices) =>
    blendedPd({ ownPd: 0.02, invoices, check: { pd: 0.05, strength: 20 } }).weightOfOwn.toFixed(2),
  );
  expect(weights).toEqual(['0.00', '0.31', '0.50', '0.91']);
});

test('the weights are told in whole per cents that add up to 100, with the number of invoices', () => {
  const { sentence } = blendedPd({ ownPd: 0.02, invoices: 7.8, counted: 9, check: { pd: 0.05, strength: 20 } });
  expect(sentence).toEqual('72 % credit check, 28 % own history, 9 invoices');
});

test('without an own invoice the blend is the credit check; between the two it never leaves them', () => {
  expect(blendedPd({ ownPd: 0.3, invoices: 0, check: { pd: 0.05, strength: 20 } }).pd).toBeCloseTo(0.05, 12);
  fc.assert(
    fc.property(share, share, fc.double({ min: 0, max: 500, noNaN: true }), (ownPd, pd, invoices) => {
      const blended = blendedPd({ ownPd, invoices, check: { pd, strength: 20 } });
      expect(blended.pd).toBeGreaterThanOrEqual(Math.min(ownPd, pd) - 1e-12);
      expect(blended.pd).toBeLessThanOrEqual(Math.max(ownPd, pd) + 1e-12);
      expect(blended.weightOfOwn + blended.weightOfCheck).toBeCloseTo(1, 12);
    }),
  );
});

test('the range narrows with every invoice and holds the probability', () => {
  const width = (evidence: number) => pdRange(0.05, evidence).high - pdRange(0.05, evidence).low;
  expect(width(200)).toBeLessThan(width(40));
  expect(pdRange(0.125, 32)).toEqual({ low: expect.closeTo(0.0453, 4), high: expect.closeTo(0.2315, 4) });
  expect(pdRange(0, 3)).toEqual({ low: 0, high: 0 });
});

test('the range never narrows for standing on less, however small the chance', () => {
  expect(cautiousPdRange(0.125, 32)).toEqual(pdRange(0.125, 32));
  for (const pd of [0.0005, 0.02, 0.3]) {
    const widths = [0.5, 1, 2, 8, 20, 60, 500].map((evidence) => cautiousPdRange(pd, evidence));
    widths.forEach(({ low, high }, i) => {
      expect(high).toBeGreaterThan(pd);
      expect(high - low).toBeGreaterThanOrEqual((widths[i + 1]?.high ?? 0) - (widths[i + 1]?.low ?? 0));
    });
  }
});

test('a report of more than a year and nothing of our own is too thin for a machine', () => {
  const blend = (invoices: number, strength: number) =>
    blendedPd({ ownPd: 0.02, invoices, check: { pd: 0.02, strength } }).isTooThin;
  expect([blend(0, 5), blend(1, 5), blend(5, 5), blend(6, 5), blend(0, 20)]).toEqual([true, true, true, false, false]);
});

test('what was weighed by the first rules is thin as it was then: an old report and one invoice were enough', () => {
  const old = blendRulesOf('blend-1');
  const of = { ownPd: 0.02, invoices: 1, check: { pd: 0.02, strength: 5 } };
  expect([blendedPd(of, old).isTooThin, blendedPd(of).isTooThin]).toEqual([false, true]);
  expect(() => blendRulesOf('blend-9')).toThrow('No rules of weighing are called blend-9.');
});

test('of one provider the newest report counts, of two they are pooled on log-odds; later days are not looked at', () => {
  const reports = [
    report('dnb', '2026-01-01', 0.2),
    report('dnb', '2026-10-01', 0.02),
    report('dnb', '2026-12-01', 0.5),
  ];
  expect(creditCheckPrior(reports, '2026-11-22')).toEqual({
    pd: 0.02,
    strength: 20,
    reportedOn: '2026-10-01',
    ageDays: 52,
    providers: ['dnb'],
  });
  const two = creditCheckPrior([...reports, report('creditsafe', '2026-11-01', 0.1)], '2026-11-22');
  expect(two).toMatchObject({ strength: 20, reportedOn: '2026-11-01', providers: ['creditsafe', 'dnb'] });
  expect(two?.pd).toBeCloseTo(pooledPd([0.1, 0.02], [20, 20]), 12);
});

test('not scored is no prior; the chance of not paying goes before that of failure; nought is not believed', () => {
  expect(creditCheckPrior([report('dnb', '2026-10-01', null)], '2026-11-22')).toEqual(null);
  expect(creditCheckPrior([report('dnb', '2026-10-01', 0.01, 0.06)], '2026-11-22')?.pd).toEqual(0.06);
  expect(creditCheckPrior([report('dnb', '2026-10-01', 0)], '2026-11-22')?.pd).toEqual(0.0001);
});

test('what has no odds, no weight or no sense is refused', () => {
  expect(() => pooledPd([0, 0.1], [1, 1])).toThrow(RangeError);
  expect(() => pooledPd([0.1], [0])).toThrow(RangeError);
  expect(() => pooledPd([0.1], [1, 1])).toThrow(RangeError);
  expect(() => pdFromOdds(-1)).toThrow(RangeError);
  expect(() => pdWithinMonths(1.1, 3)).toThrow(RangeError);
  expect(() => creditCheckStrength(-1)).toThrow(RangeError);
});

test('a year of a monthly chance is the year, and half of it is less than half', () => {
  expect(pdWithinMonths(0.06, 12)).toBeCloseTo(0.06, 12);
  expect(pdWithinMonths(0.06, 6)).toBeLessThan(0.0309);
});

test('in an insolvency procedure is who the newest report of a provider says so of; one taken back is not', () => {
  const says = (provider: string, reportedOn: string, isInsolvent: boolean | null) => ({
    provider,
    reportedOn,
    report: { failurePd: null, delinquencyPd: null, isInsolvent },
  });
  const reports = [says('dnb', '2026-01-01', true), says('creditsafe', '2026-05-03', true)];
  expect(insolventSince(reports, '2026-11-22')).toEqual('2026-01-01');
  expect(insolventSince([...reports, says('dnb', '2026-06-01', false)], '2026-11-22')).toEqual('2026-05-03');
  expect(insolventSince([...reports, says('creditsafe', '2026-06-01', null)], '2026-02-01')).toEqual('2026-01-01');
  expect(insolventSince([], '2026-11-22')).toEqual(null);
});
