import { step } from './step.js';

const parts = [
  [5, 0, 2],
  [0, 0, 0],
  [0, 4, 0],
];

test('up and down pass over parts that are nothing', () => {
  expect(step(parts, [0, 0], 'ArrowUp')).toEqual([0, 2]);
  expect(step(parts, [0, 2], 'ArrowDown')).toEqual([0, 0]);
});
test('left and right pass over empty bars, to the part at the nearest height', () => {
  expect(step(parts, [0, 2], 'ArrowRight')).toEqual([2, 1]);
  expect(step(parts, [2, 1], 'ArrowLeft')).toEqual([0, 0]);
});
test('at the edge one stays', () => {
  expect(step(parts, [0, 2], 'ArrowUp')).toBeNull();
  expect(step(parts, [2, 1], 'ArrowRight')).toBeNull();
  expect(step(parts, [0, 0], 'Tab')).toBeNull();
});
