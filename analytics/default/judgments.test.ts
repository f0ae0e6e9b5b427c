import { judgmentPoints, judgmentsOn } from './judgments.js';

const two = { reportedOn: '2026-01-10', judgments: 2 };

test('the newest report that tells of judgments counts, for a year; one that tells of none ends it', () => {
  expect(judgmentsOn([two], '2026-07-01')).toEqual({ count: 2, reportedOn: '2026-01-10' });
  expect(judgmentsOn([two, { reportedOn: '2026-06-01', judgments: null }], '2026-07-01')).toEqual({
    count: 2,
    reportedOn: '2026-01-10',
  });
  expect(judgmentsOn([two, { reportedOn: '2026-06-01', judgments: 0 }], '2026-07-01')).toEqual(null);
  expect(judgmentsOn([two], '2027-01-10')).toEqual({ count: 2, reportedOn: '2026-01-10' });
  expect(judgmentsOn([two], '2027-01-11')).toEqual(null);
  expect(judgmentsOn([two], '2026-01-09')).toEqual(null);
});

test('they take the points that vetting takes', () => {
  expect([1, 2, 3, 9].map(judgmentPoints)).toEqual([-25, -45, -70, -70]);
  expect(() => judgmentPoints(-1)).toThrow(RangeError);
});
