import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Config } from './config.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-secrets-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

test('a secret may be in a file that the environment names', () => {
  const config = new Config({
    DATABASE_URL_FILE: file('database', 'postgres://user:secret@db/book\n'),
    SMTP_URL_FILE: file('smtp', 'smtps://user:secret@mail.example\n'),
    SECRET_KEY_FILE: file('key', `${'k'.repeat(43)}\n`),
  });
  expect([config.databaseUrl, config.smtpUrl, config.secretKey]).toEqual([
    'postgres://user:secret@db/book',
    'smtps://user:secret@mail.example',
    'k'.repeat(43),
  ]);
});

test('a file that is not there, is empty, or stands beside the variable itself is told, all at once and without the secret', () => {
  const start = () =>
    new Config({
      DATABASE_URL: 'postgres://user:hidden@db/book',
      DATABASE_URL_FILE: file('both', 'postgres://user:hidden@db/book'),
      SMTP_URL_FILE: path.join(folder, 'missing'),
      SECRET_KEY_FILE: file('empty', ''),
    });
  expect(start).toThrow(/DATABASE_URL and DATABASE_URL_FILE are both set/);
  expect(start).toThrow(/SMTP_URL_FILE cannot be read: ENOENT/);
  expect(start).toThrow(/SECRET_KEY must have at least 32 signs/);
  expect(start).not.toThrow(/hidden/);
});
