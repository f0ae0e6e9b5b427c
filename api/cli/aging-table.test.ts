import { agingTable } from './aging-table.js';

const none = { current: 0, days1To30: 0, days31To60: 0, days61To90: 0, over90: 0, unapplied: 0, total: 0 };

test('what is owed stands right-aligned in major units, a line a currency', () => {
  const rows = [
    { ...none, currency: 'EUR', current: 20_000, days1To30: 1_234_567, unapplied: -3_000, total: 1_254_567 },
    { ...none, currency: 'JPY', over90: 9_007_199_254, total: 9_007_199_254 },
    { ...none, currency: 'KWD', current: 1_005, total: 1_005 },
  ];
  expect(agingTable(rows)).toBe(
    [
      '     current       1–30  31–60  61–90        over 90  unapplied          total',
      'EUR   200.00  12,345.67   0.00   0.00           0.00     -30.00      12,545.67',
      'JPY        0          0      0      0  9,007,199,254          0  9,007,199,254',
      'KWD    1.005      0.000  0.000  0.000          0.000      0.000          1.005',
    ].join('\n'),
  );
});
