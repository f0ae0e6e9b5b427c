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
