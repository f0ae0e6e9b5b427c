import { askedByItself } from './asked-by-itself.js';

const register = {
  ...{ title: 'Companies House', isConfigured: true, isAskedOnVetting: true, isPaid: false, countries: ['GB'] },
};
const bureau = { ...register, title: 'Creditsafe', isPaid: true, countries: null };
const other = { ...bureau, title: 'D&B' };
const company = { registrationNumber: '00123456', country: 'GB' };
const british = { company, button: 'Recommend' };
const german = { ...british, company: { ...company, country: 'DE' } };

test('whom “Recommend” will ask is said before, and what is paid for', () => {
  expect(askedByItself([register], british)).toBe(
    '“Recommend” asks Companies House about it, unless a report is young enough to be used again. That is free. It makes the company a prospect.',
  );
  expect(askedByItself([register, bureau, other], british)).toBe(
    '“Recommend” asks Companies House, Creditsafe and D&B about it, unless a report is young enough to be used again. A report of Creditsafe and D&B is paid for. It makes the company a prospect.',
  );
});

test('whom we supply already does not become a prospect', () => {
  expect(askedByItself([register], { company, button: 'See what we would agree today', isCustomer: true })).toBe(
    '“See what we would agree today” asks Companies House about it, unless a report is young enough to be used again. That is free.',
  );
});

test('of another country only those are asked that know its companies', () => {
  expect(askedByItself([register, bureau], german)).toMatch(/asks Creditsafe about it/);
  expect(askedByItself([register], german)).toBe(null);
});

test('what is missing for asking is said; who is not set up or turned off is not spoken of', () => {
  expect(askedByItself([register, bureau], { ...british, company: { registrationNumber: ' ', country: '' } })).toBe(
    'With its number in the register and its country, Companies House and Creditsafe are asked about it by themselves.',
  );
  expect(askedByItself([register], { ...british, company: { ...company, country: '' } })).toMatch(
    /Companies House is asked about it by itself/,
  );
  const off = [
    { ...register, isConfigured: false },
    { ...bureau, isAskedOnVetting: false },
  ];
  expect(askedByItself(off, british)).toBe(null);
});
