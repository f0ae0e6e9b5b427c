import { standsOn } from './stands-on.js';

test('the weights and the age of the credit check are told; without one there is no age', () => {
  const sentence = '72 % credit check, 28 % own history, 9 invoices';
  expect(standsOn({ sentence, checkAgeDays: 12 })).toBe(`${sentence}; the credit check was 12 days old.`);
  expect(standsOn({ sentence, checkAgeDays: null })).toBe(`${sentence}.`);
});
