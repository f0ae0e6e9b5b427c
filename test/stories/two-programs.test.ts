import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { type Running, start } from '../support/command.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { managerOf } from '../support/sign-in.js';

jest.setTimeout(90_000);

let database: FreshDatabase;
let home: string;
const programs: Running[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-two-'));
});
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  await database.drop();
  fs.rmSync(home, { recursive: true, force: true });
});

function program(role: string): Running {
  const running = start(
    { DATABASE_URL: database.url, GOODSTANDING_HOME: home },
    'start',
    ...['--role', role, '--port', '0', '--without-demo'],
  );
  programs.push(running);
  return running;
}

test('one program serves and another works: a file dropped at the first is checked and posted by the second', async () => {
  const [, url] = await program('web').said(/ready: (http:\S+)/);
  const cookie = await managerOf({ DATABASE_URL: database.url, GOODSTANDING_HOME: home }, url as string);
  const form = new FormData();
  const csv =
    'customer_number,invoice_number,issued_on,due_on,amount,currency\nC1,I1,2026-01-10,2026-02-09,10.00,EUR\n';
  form.append('files', new Blob([csv]), 'invoices.csv');
  const { id } = (await (await fetch(`${url}imports`, { method: 'POST', body: form, headers: { cookie } })).json()) as {
    id: string;
  };
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json', cookie };
    return (await fetch(`${url}graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
  };
  const becomes = async (state: string) => {
    const answer = `{"data":{"import":{"state":"${state}"}}}`;
    while (JSON.stringify(await ask(`{ import(id: ${id}) { state } }`)) !== answer)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };

  expect(await ask(`{ import(id: ${id}) { state } }`)).toEqual({ data: { import: { state: 'UPLOADED' } } });
  await program('worker').said(/works on jobs/);
  await becomes('CHECKED');
  await ask(`mutation { postImport(input: { importId: ${id} }) { state } }`);
  await becomes('POSTED');
  expect(await ask('{ book { invoiceCount } }')).toEqual({ data: { book: { invoiceCount: 1 } } });

  for (const { child } of programs) child.kill('SIGTERM');
  expect(await Promise.all(programs.map(async ({ ended, err }) => [await ended, err()]))).toEqual([
    [0, ''],
    [0, ''],
  ]);
});
