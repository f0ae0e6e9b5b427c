import fc from 'fast-check';
import { nameMatch, nameSimilarity, plainCompanyName } from './company-name.js';

test('the words that tell a company from others: no legal form, accent, sign or case', () => {
  expect(plainCompanyName('The Müller & Söhne GmbH')).toBe('muller sohne');
  expect(plainCompanyName('ACME  Holdings, S.A.')).toBe('acme');
  expect(plainCompanyName('Strauß A/S')).toBe('strauss a s');
  // A name of nothing else keeps what it has.
  expect(plainCompanyName('The Company')).toBe('the company');
  expect(plainCompanyName('日本商事')).toBe('日本商事');
  expect(plainCompanyName('—')).toBe('');
});

test('the published pairs of Winkler', () => {
  expect(nameSimilarity('dwayne', 'duane')).toBeCloseTo(0.84, 2);
  expect(nameSimilarity('martha', 'marhta')).toBeCloseTo(0.961, 3);
  expect(nameSimilarity('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
});

test('the same company is known however its legal form, order of words or accents are written', () => {
  expect(nameMatch('Acme Ltd', 'ACME Limited')).toBe('exact');
  expect(nameMatch('Müller Stahl GmbH', 'STAHL MULLER')).toBe('exact');
  expect(nameMatch('Acme Ltd', 'Acme Trading Ltd')).toBe('possible');
  expect(nameMatch('Ironworks Teheran', 'Ironworks Tehran')).toBe('possible');
  expect(nameMatch('Acme Ltd', 'Birch Ltd')).toBeNull();
  // Two letters in common are no trace.
  expect(nameMatch('AB Ltd', 'AB Roofing Ltd')).toBeNull();
  expect(nameMatch('', 'Acme')).toBeNull();
});

test('who is compared with whom makes no difference, and everybody is exactly themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
      expect(nameMatch(a, b)).toBe(nameMatch(b, a));
      expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(nameSimilarity(a, b)).toBeLessThanOrEqual(1);
      if (plainCompanyName(a) !== '') expect(nameMatch(a, a)).toBe('exact');
    }),
  );
});

test('names that are nearly alike are never passed over for how their letters are counted', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeé日'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, fc.nat(20), (words, other, at) => {
      const one = words.join(' ');
      const changed = `${one.slice(0, at)}${other[0]}${one.slice(at + 1)}`;
      if (nameSimilarity(one, changed) >= 0.9) expect(nameMatch(one, changed)).not.toBeNull();
    }),
  );
});
