import { names, withoutPerson } from './naming.js';

const ann = { name: 'Ann Miller', email: 'ann@mill.example' };

test('a name is found in whatever order it is written, and not within other words', () => {
  expect(
    ['MILLER, Ann Mary', 'Paid by ann miller.', 'write to ANN@mill.example'].map((text) => names(text, ann)),
  ).toEqual([true, true, true]);
  expect(['Miller’s Annex', 'Ann Smith', ''].map((text) => names(text, ann))).toEqual([false, false, false]);
});

test('only the texts that name the person are taken out', () => {
  const received = {
    company: 'Mill Ltd',
    officers: [{ name: 'MILLER, Ann', role: 'director' }, { name: 'ODD, Bo' }],
    age: 3,
  };
  expect(withoutPerson(received, ann)).toEqual({
    company: 'Mill Ltd',
    officers: [{ name: 'Erased', role: 'director' }, { name: 'ODD, Bo' }],
    age: 3,
  });
  expect(withoutPerson(received, { name: 'Nobody Here', email: null })).toBe(received);
  expect(withoutPerson(received, { name: '', email: '' })).toBe(received);
});
