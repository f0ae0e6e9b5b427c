import { smsSize } from './sms-size.js';

test.each([
  ['', 1, true],
  ['x'.repeat(160), 1, true],
  ['x'.repeat(161), 2, true],
  ['ü'.repeat(160), 1, true],
  ['€'.repeat(80), 1, true],
  ['€'.repeat(81), 2, true],
  ['x'.repeat(306), 2, true],
  ['x'.repeat(307), 3, true],
  ['ł'.repeat(70), 1, false],
  ['ł'.repeat(71), 2, false],
  ['😀'.repeat(36), 2, false],
])('a text goes out as so many messages', (text, segments, isGsm) => {
  expect(smsSize(text)).toEqual({ segments, isGsm });
});
