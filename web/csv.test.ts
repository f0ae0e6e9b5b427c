import { csv } from './csv.js';

const line = (...cells: (string | number | null)[]) => csv([cells]).slice(1, -2);

test('a customer named like a formula stays text', () => {
  expect(line('=1+1', '+49 30', '-x', '@SUM(A1)', '\tx', '\rx')).toBe(`'=1+1,'+49 30,'-x,'@SUM(A1),'\tx,"'\rx"`);
});
test('a negative amount stays a number', () => {
  expect(line(-12.5, '-1234.50', '-0')).toBe('-12.5,-1234.50,-0');
});
test('a minus before anything else than a number is no number', () => {
  expect(line('-2+3', '-1e5', '-1,5')).toBe(`'-2+3,'-1e5,"'-1,5"`);
});
test('commas, quotes and line breaks stay inside their cell', () => {
  expect(line('Meyer, Sons', 'the "Crown"', 'a\nb', null)).toBe('"Meyer, Sons","the ""Crown""","a\nb",');
});
test('the file says that it is UTF-8 and ends its lines', () => {
  expect(csv([['a'], ['b']])).toBe('\uFEFFa\r\nb\r\n');
});
