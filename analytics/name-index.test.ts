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

test('among 40,000 names ten are looked for in less time than one is compared with each, and as many are found', () => {
  const syllables = 'al ba co da el fa go ha in ja ko la mo na or pa qu ra so ta ul va we xa yo za'.split(' ');
  // The same names each time, without randomness.
  const word = (n: number) => [n, n * 7, n * 31].map((part) => syllables[(part >> 3) % syllables.length]).join('');
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
  let compared: string[] = [];
  const oneByOne = spent(() => {
    compared = names.filter((name) => nameMatch(first, name) !== null);
  });
  expect(found.length).toBe(10);
  const beginnings = (name: string) =>
    name
      .toLowerCase()
      .split(' ')
      .map((each) => each.slice(0, 2));
  const near = compared.filter((name) => beginnings(name).some((each) => beginnings(first).includes(each)));
  expect([...new Set(found[0])].sort()).toEqual([...new Set(near)].sort());
  expect(byIndex / oneByOne).toBeLessThan(1);
});
