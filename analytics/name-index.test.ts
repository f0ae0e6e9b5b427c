import { nameMatch } from './company-name.js';
import { NameIndex } from './name-index.js';

const list = new NameIndex([
  { of: 'one', names: ['Ironworks Tehran', 'Tehran Steel Co'] },
  { of: 'two', names: ['Birch Timber Ltd'] },
  { of: 'three', names: ['Birch Timber Export Ltd'] },
]);

test('exact names are found before possible ones, each of the list once, by any of its names', () => {
  expect(list.matches('BIRCH TIMBER LIMITED').map(({ of, match }) => [of, match])).toEqual([
    ['two', 'exact'],
    ['three', 'possible'],
  ]);
  expect(list.matches('Steel Teheran').map(({ of, match }) => [of, match])).toEqual([['one', 'possible']]);
  expect(list.matches('Orchard Foods')).toEqual([]);
  expect(list.matches('')).toEqual([]);
});

test('among 40,000 names ten are looked for in less time than one is compared with a third of them, and as many are found', () => {
  // The same names each time, without randomness: six letters of a scattered number.
  const word = (n: number) => (Math.imul(n + 1, 2_654_435_761) >>> 0).toString(26).padStart(7, '0').slice(1);
  const names = Array.from({ length: 40_000 }, (_, i) => `${word(i)} ${word(i * 13 + 5)} ${word(i * 3 + 1)}`);
  const index = new NameIndex(names.map((name) => ({ of: name, names: [name] })));
  const asked = names.filter((_, i) => i % 4_000 === 17).map((name) => `${name} Trading Ltd`);
  const spent = (work: () => void) => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  let found: string[][] = [];
  const byIndex = spent(() => {
    found = asked.map((name) => index.matches(name).map(({ name: is }) => is));
  });
  const [first = ''] = asked;
  // The one that was asked for among them.
  const third = names.filter((_, i) => i % 3 === 2);
  let compared: string[] = [];
  const oneByOne = spent(() => {
    compared = third.filter((name) => nameMatch(first, name) !== null);
  });
  expect(found.length).toBe(10);
  const beginnings = (name: string) =>
    name
      .toLowerCase()
      .split(' ')
      .map((each) => each.slice(0, 2));
  const near = compared.filter((name) => beginnings(name).some((each) => beginnings(first).includes(each)));
  const ofThird = new Set(third);
  expect(near.length).toBeGreaterThan(0);
  expect([...new Set(found[0])].filter((name) => ofThird.has(name)).sort()).toEqual([...new Set(near)].sort());
  expect(byIndex / oneByOne).toBeLessThan(1);
});
