import { share } from '../../format.js';
import { bandsIn, bandText, definitionText, linesOf, previewText } from './definition-text.js';

const scale = {
  key: 'ours',
  title: 'Ours, 0–100',
  measures: 'FAILURE' as const,
  validOn: '2026-01-01',
  bands: [
    { lo: 51, hi: 100, label: 'A', pd: 0.0003 },
    { lo: 0, hi: 50, label: 'B', pd: 0.047 },
  ],
  notScored: [],
  sureness: 'PUBLISHED' as const,
  source: 'the test',
};

test('a definition is read as a sentence, with what else counts', () => {
  const of = {
    daysPastDue: 90,
    floorMajor: 100,
    countsInsolvency: true,
    countsWriteOff: false,
    countsHandedOver: true,
  };
  expect(definitionText(of, 'EUR')).toBe(
    '100 EUR or more, undisputed and 90 days past due; an insolvency; handed to an agency, to lawyers or to court.',
  );
});

test('a preview says how many it counts, by part, and how many come and go', () => {
  const causes = [
    { cause: 'PAST_DUE' as const, customers: 3 },
    { cause: 'INSOLVENCY' as const, customers: 0 },
    { cause: 'WRITE_OFF' as const, customers: 1 },
  ];
  expect(previewText({ asOf: '2026-11-22', customers: 4, added: 2, gone: 1, causes })).toBe(
    'It would count 4 customers (3 past due, 1 written off): 2 more than now, 1 no longer.',
  );
});

test('bands are typed a line each and read back as they are; a line that is none is named', () => {
  expect(linesOf(scale)).toBe('51, 100, A, 0.03\n0, 50, B, 4.7');
  expect(bandsIn(linesOf(scale))).toEqual({ bands: scale.bands });
  expect(bandsIn('51, 100, A, 0.03\nfifty')).toEqual({ wrong: 'fifty' });
  expect(bandText(scale)).toBe(`51–100 (A): ${share(0.0003, 2)} · 0–50 (B): ${share(0.047, 2)}`);
});
