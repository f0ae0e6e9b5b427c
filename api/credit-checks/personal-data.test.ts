import { withoutPersonalData } from './personal-data.js';

test.each([
  ['Companies House', { date_of_birth: { month: 3, year: 1970 }, nationality: 'Welsh', country_of_birth: 'Wales' }],
  ['Creditsafe', { gender: 'Male', dateOfBirth: '1970-03-01T00:00:00Z', birthName: 'x', placeOfBirth: 'Cardiff' }],
  [
    'D&B',
    { gender: { description: 'Female' }, birthDate: '1970', namePrefix: 'Mrs', nationality: { isoAlpha2Code: 'GB' } },
  ],
])('of the officers that %s names, gender, birth and nationality are dropped, and nothing else', (_who, of) => {
  const officers = [{ ...of, name: 'A. Person', appointed_on: '2011-01-01' }];
  const kept = {
    officers: [{ name: 'A. Person', appointed_on: '2011-01-01' }],
    company: { name: 'Firm', founded: 1970 },
  };
  expect(withoutPersonalData({ officers, company: { name: 'Firm', founded: 1970 } })).toEqual(kept);
});

test('what reads alike and is about the company stays', () => {
  const of = { nationalPercentile: 70, sexton: 'x', internationalScore: 'A', nationality_of_none: 1 };
  expect(withoutPersonalData(of)).toEqual({ nationalPercentile: 70, internationalScore: 'A' });
});

test('signs that a database cannot keep are shown as what they are: not readable', () => {
  expect(withoutPersonalData({ name: 'a\0b\ud800c', list: ['\udc00'] })).toEqual({
    name: 'a\ufffdb\ufffdc',
    list: ['\ufffd'],
  });
});
