import { companyNumberShape } from './company-number.js';

const fits = (country: string, number: string) => companyNumberShape(country)?.pattern.test(number);

test.each([
  ['GB', '00123456', '123456'],
  ['GB', 'SC123456', 'HRB 12345'],
  ['FR', '552 100 554', '552 100'],
  ['NL', '33011433', '3301143'],
  ['SE', '556016-0680', '5560160'],
  ['FI', '0112038-9', '0112038'],
  ['BE', '0403.170.701', '2403.170.701'],
  ['CH', 'CHE-123.456.789', '123.456.789'],
])('a number of %s such as %s fits, %s does not', (country, right, wrong) => {
  expect([fits(country, right), fits(country, wrong)]).toEqual([true, false]);
});

test('of a country whose shape we do not know, any number is taken', () => {
  expect([companyNumberShape('DE'), companyNumberShape(null)]).toEqual([null, null]);
});
