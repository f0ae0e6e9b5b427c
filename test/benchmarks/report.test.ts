import { type Measurement, median } from './measurement.js';
import { figures, table } from './report.js';

const aging = (part: string, value: number, floor: number): Measurement => ({
  name: 'aging-past',
  part,
  value,
  unit: 'ms',
  floor,
  target: 0.15,
});

test('the median of an even number of runs lies between the two in the middle', () => {
  expect([median([5, 1, 3]), median([4, 1, 3, 2])]).toEqual([3, 2.5]);
});

test('of several parts with one name, the worst is the figure', () => {
  expect(figures([aging('last year', 10, 100), aging('yesterday', 20, 100), aging('last month', 12, 100)])).toEqual([
    { name: 'aging-past', value: 20, unit: 'ms', floor: 100, ratio: 0.2 },
  ]);
});

test('a missed target is said in so many words', () => {
  const text = table([
    aging('yesterday', 20, 100),
    { name: 'first-page', value: 250, unit: 'KB', floor: null, target: 260 },
  ]);
  expect(text.split('\n').map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['value', 'unit', 'floor', 'ratio', 'target'],
    ['aging-past (yesterday)', '20.0', 'ms', '100', '0.20', '≤ 0.15', 'MISSED'],
    ['first-page', '250', 'KB', '≤ 260 KB', 'ok'],
  ]);
});
