import { parseAmount } from './amount-text.js';

test('the same amount is read however people write it', () => {
  for (const text of ['12500', '12,500', '12.500', '12 500', '12,500.00', '12.500,00', "12'500.00", '12\u202f500,00']) {
    expect(parseAmount(text, 'EUR')).toBe(1250000);
  }
});
test('one digit after the sign is tens of cents', () => expect(parseAmount('12.5', 'EUR')).toBe(1250));
test('yen have no minor units, Kuwaiti dinars a thousand', () => {
  expect(parseAmount('12,500', 'JPY')).toBe(12500);
  expect(parseAmount('12.5', 'JPY')).toBeNull();
  expect(parseAmount('12.500', 'KWD', '.')).toBe(12500);
  expect(parseAmount('12,500', 'KWD', '.')).toBe(12500000);
});
test('what is no amount is refused, not guessed', () => {
  for (const text of ['', 'abc', '12.345,678.9', '1,23,456', '1.234', '5.', '.5', '12.345', '1e5', '9'.repeat(20)]) {
    const read = parseAmount(text, 'EUR');
    expect({ text, read }).toEqual({ text, read: { '1.234': 123400, '12.345': 1234500, '5.': 500 }[text] ?? null });
  }
});
test('a cent typed is a cent sent', () => {
  expect(parseAmount('0.29', 'EUR')).toBe(29);
  expect(parseAmount('1,234,567.89', 'USD')).toBe(123456789);
  expect(parseAmount('-10', 'USD')).toBe(-1000);
});
