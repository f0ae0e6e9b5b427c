import { pooledNeighbours } from './pooled-neighbours.js';

const summed = (list: number[]) =>
  pooledNeighbours(
    Object.freeze(list) as number[],
    (left, right) => left > right,
    (left, right) => left + right,
  );

test('neighbours in the wrong order are made one, and that one may be so with its neighbour in turn', () => {
  expect(summed([3, 1, 2])).toEqual([6]);
  expect(summed([1, 2, 3])).toEqual([1, 2, 3]);
  expect(summed([1, 5, 2, 6])).toEqual([1, 13]);
  expect(summed([])).toEqual([]);
});
