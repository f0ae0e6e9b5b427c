import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const text = fs.readFileSync(path.join(root, 'docs/security.md'), 'utf8');
const files = ['api', 'analytics', 'web', 'test'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.join(root, folder, name)),
);
/** Titles may be put together of parts: what stands for one in a table of cases is a gap. */
const titles = files.map((file) => fs.readFileSync(file, 'utf8').replaceAll("\\'", "'"));
const gap = '[^\\n]*';
const literal = (part: string) => part.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

test('every test that docs/security.md names is there', () => {
  const named = [...text.matchAll(/(?<![*\w])\*([^*|\n]+)\*(?![*\w])/g)].map(([, name = '']) => name);
  const missing = named.filter((name) => {
    const pattern = new RegExp(`['"\`]${gap}${name.split('…').map(literal).join(gap)}`);
    return !titles.some((title) => pattern.test(title));
  });
  expect(named.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('and every file of stories', () => {
  const named = [...text.matchAll(/`(stories|architecture|browser)\/([\w-]+)`/g)].map(
    ([, folder, name]) => `${folder}/${name}.test.ts`,
  );
  const missing = named.filter((name) => !fs.existsSync(path.join(root, 'test', name)));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
