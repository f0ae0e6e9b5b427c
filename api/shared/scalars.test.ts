import { parseValue } from 'graphql';
import { DayScalar, InstantScalar, MinorUnitsScalar } from './scalars.js';

test.each(['2026-11-22', '2024-02-29', '1999-12-31'])('%s is a day', (day) => {
  expect([DayScalar.parseValue(day), DayScalar.parseLiteral(parseValue(`"${day}"`)), DayScalar.serialize(day)]).toEqual(
    [day, day, day],
  );
});

test.each(['2026-02-29', '2026-13-01', '22.11.2026', '2026-11-22T00:00:00Z', '', '20261122', 20_261_122, null])(
  '%j is no day',
  (value) => {
    expect(() => DayScalar.parseValue(value)).toThrow(/is not a day\. Write it as 2026-11-22\./);
  },
);

test.each([0, -1, 2_147_483_648, 9_007_199_254_740_991, '-9007199254740991'])(
  '%j is an amount in minor units',
  (value) => {
    expect(MinorUnitsScalar.parseValue(value)).toBe(Number(value));
  },
);

test.each([0.5, '1.5', '1e3', '', ' 7', 9_007_199_254_740_992, '9007199254740993', Number.NaN, true])(
  '%j is none',
  (value) => {
    expect(() => MinorUnitsScalar.parseValue(value)).toThrow(
      /is not an amount in minor units\. Send a whole number of cents/,
    );
  },
);

test('a literal of another kind is refused by what stands there', () => {
  expect(() => MinorUnitsScalar.parseLiteral(parseValue('10.5'))).toThrow('“10.5” is not an amount in minor units.');
  expect(() => MinorUnitsScalar.parseLiteral(parseValue('[1]'))).toThrow('“[1]” is not an amount in minor units.');
  expect(() => DayScalar.parseLiteral(parseValue('20261122'))).toThrow('“20261122” is not a day.');
});

test('an instant is told in UTC', () => {
  expect(InstantScalar.serialize(new Date('2026-11-22T10:00:00+01:00'))).toBe('2026-11-22T09:00:00.000Z');
});
