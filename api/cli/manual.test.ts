import fs from 'node:fs';
import path from 'node:path';
import { manual, overview } from './manual.js';
import { day, UsageError, whole } from './usage.js';

test.each([
  ['aging', { 'as-of': '2026-02-30' }, '--as-of takes a day of the calendar such as 2026-11-22, not “2026-02-30”.'],
  ['aging', { 'as-of': '22.11.2026' }, '--as-of takes a day of the calendar such as 2026-11-22, not “22.11.2026”.'],
  ['aging', { by: 'moon' }, '--by takes due or invoice, not “moon”.'],
  ['score', { 'as-of': 'today' }, '--as-of takes a day of the calendar such as 2026-11-22, not “today”.'],
  ['remind', { on: '20261122' }, '--on takes a day of the calendar such as 2026-11-22, not “20261122”.'],
  ['score', { json: true, out: 'scores.json' }, '--json prints and --out writes a file: give one of them.'],
  ['seed', { customers: '5' }, '--customers and --invoices go with --at-scale.'],
  ['seed', { 'at-scale': true, customers: '-5' }, '--customers takes a whole number above 0, not “-5”.'],
  ['seed', { 'at-scale': true, invoices: '1.5' }, '--invoices takes a whole number above 0, not “1.5”.'],
  ['replay', {}, 'Name one customer by its number, or give --all or --lateness.'],
  ['replay', { all: true, on: '22.11.2026' }, '--on takes a day of the calendar such as 2026-11-22, not “22.11.2026”.'],
  ['start', { port: '99999' }, '--port takes a number from 0 to 65535, not “99999”.'],
  ['start', { role: 'king' }, '--role takes all, web or worker, not “king”.'],
])('%s refuses %j before it touches anything, and says what it takes', async (name, values, sentence) => {
  const { run } = await import(`./commands/${name}.ts`);
  const attempt = run(values, []);
  await expect(attempt).rejects.toThrow(new UsageError(sentence));
  await expect(attempt).rejects.toBeInstanceOf(UsageError);
});

test.each([
  [[], 'Say what to do: make, list or revoke.'],
  [['make'], 'Say what to do: make, list or revoke.'],
  [['list', 'robot'], 'Say what to do: make, list or revoke.'],
  [['revoke', 'deadbeef', 'deadbeef'], 'Say what to do: make, list or revoke.'],
  [['make', 'robot'], 'A key that may do nothing is none: --may.'],
])('keys %j is called wrongly, and says what it takes', async (positionals, sentence) => {
  const { run } = await import('./commands/keys.js');
  const attempt = run({}, positionals);
  await expect(attempt).rejects.toBeInstanceOf(UsageError);
  await expect(attempt).rejects.toThrow(sentence);
});

test.each([
  [[]],
  [['add']],
  [['list', 'ida@ink.example']],
  [['remove-second-factor']],
  [['forget', 'ida@ink.example']],
])('people %j is called wrongly, and says what it takes', async (positionals) => {
  const { run } = await import('./commands/people.js');
  const attempt = run({}, positionals);
  await expect(attempt).rejects.toBeInstanceOf(UsageError);
  await expect(attempt).rejects.toThrow('Say what to do: add, link, remove-second-factor or list.');
});

test('every command is in the overview with one line, and its help says how it is called and names all its options', () => {
  for (const [name, { summary, help, options }] of Object.entries(manual)) {
    expect(overview).toContain(`  ${name.padEnd(9)} ${summary}\n`);
    expect(help.startsWith(`npx goodstanding ${name}`)).toBe(true);
    expect(Object.keys(options).filter((option) => !help.includes(`--${option}`))).toEqual([]);
  }
});

test('a day or a number that is not given is left to the command', () => {
  expect([
    day(undefined, '--on'),
    day('2024-02-29', '--on'),
    whole(undefined, '--invoices', 7),
    whole('12', '--invoices', 7),
  ]).toEqual([undefined, '2024-02-29', 7, 12]);
});

test('each command of the manual is there to be run, and none is missing from it', () => {
  const files = fs.readdirSync(path.join(import.meta.dirname, 'commands'));
  expect(files.map((file) => path.parse(file).name).sort()).toEqual(Object.keys(manual).sort());
});
