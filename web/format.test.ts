import * as format from './format.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

beforeEach(() => format.readAs('en-GB'));

describe('money', () => {
  test('shows the minor units its currency has: none for yen, three for Kuwaiti dinars', () => {
    expect(plain(format.money({ minor: 123450, currency: 'EUR' }))).toBe('EUR 1,234.50');
    expect(plain(format.money({ minor: 123450, currency: 'JPY' }))).toBe('JPY 123,450');
    expect(plain(format.money({ minor: 123450, currency: 'KWD' }))).toBe('KWD 123.450');
  });
  test('is separated as the reader expects', () => {
    format.readAs('de-DE');
    expect(plain(format.money({ minor: 123456789, currency: 'EUR' }))).toBe('EUR 1.234.567,89');
  });
  test('has a minus sign when it is below nothing, not a hyphen', () => {
    expect(format.amount(-250, 'EUR')).toBe('−2.50');
  });
  test('that we do not have is an en dash, never 0', () => {
    expect(format.money(null)).toBe('–');
    expect(format.amount(undefined, 'EUR')).toBe('–');
  });
  test('drops its minor units above 100,000 in a tile', () => {
    expect(plain(format.roundMoney({ minor: 9_999_950, currency: 'EUR' }))).toBe('EUR 99,999.50');
    expect(plain(format.roundMoney({ minor: 10_000_050, currency: 'EUR' }))).toBe('EUR 100,001');
  });
  test('in a file is a number any spreadsheet reads', () => {
    expect(format.plainAmount(-123450, 'EUR')).toBe('-1234.50');
    expect(format.plainAmount(500, 'JPY')).toBe('500');
  });
  test('in a currency nobody knows has two digits', () => {
    expect(format.exponent('??')).toBe(2);
  });
});

describe('days', () => {
  test('read as a colleague would say them', () => {
    expect([12, 1, 0, -1, -3].map(format.dueText)).toEqual([
      '12 days past due',
      '1 day past due',
      'due today',
      'due in 1 day',
      'due in 3 days',
    ]);
    expect([4, 0, -2].map(format.paidText)).toEqual(['4 days late', 'on the due day', '2 days early']);
  });
  test('are the same day for readers east and west of Greenwich', () => {
    expect(format.day('2026-11-22')).toBe('22 Nov 2026');
    expect(format.day('2026-01-01')).toBe('1 Jan 2026');
  });
});

test('a day has one form, whatever the reader’s language, and so has an instant', () => {
  for (const locale of ['en-US', 'de-DE', 'ja-JP']) {
    format.readAs(locale);
    expect(format.day('2026-11-02')).toBe('2 Nov 2026');
    expect(format.month('2026-11-02')).toBe('Nov 2026');
    expect(format.instant('2026-11-02T09:05:00Z')).toMatch(/^[123] Nov 2026, \d\d:05$/);
  }
});

describe('shares', () => {
  test('are percentages', () => expect(format.share(0.183)).toBe('18 %'));
  test('become a chance that people can picture', () => {
    expect([0.031, 0.004, 0.0001].map(format.chanceInWords)).toEqual([
      'about 3 in 100',
      'about 4 in 1,000',
      'fewer than 1 in 1,000',
    ]);
  });
  test('of points carry their sign', () => expect([12, -8, 0].map(format.points)).toEqual(['+12', '−8', '0']));
});
