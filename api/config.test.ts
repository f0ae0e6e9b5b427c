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
    DATABASE_URL_FILE: file('database', 'postgres://user:secret@db/book?sslmode=verify-full\n'),
    SMTP_URL_FILE: file('smtp', 'smtps://user:secret@mail.example\n'),
    SECRET_KEY_FILE: file('key', `${'k'.repeat(43)}\n`),
  });
  expect([config.databaseUrl, config.smtpUrl, config.secretKey]).toEqual([
    'postgres://user:secret@db/book?sslmode=verify-full',
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

const told = (env: NodeJS.ProcessEnv) => {
  try {
    return new Config(env) && 'starts';
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).join('\n').trim();
  }
};

test.each([
  ['DATABASE_URL', 'postgres://user:hidden@db.example/book', 'without TLS that is checked: add sslmode=verify-full'],
  ['DATABASE_URL', 'postgres://user:hidden@db.example/book?sslmode=no-verify', 'without TLS that is checked'],
  ['DATABASE_URL', 'postgres://user:hidden@localhost/book?host=db.example', 'leads to db.example without TLS'],
  ['DATABASE_URL', 'postgres://user:hidden@127.db.example/book', 'leads to 127.db.example without TLS'],
  ['DATABASE_URL', 'postgres://user:hidden@db.example/book?sslrootcert=/missing/ca.pem', 'ENOENT'],
  ['DATABASE_OWNER_URL', 'postgres://user:hidden@db.example/book?sslmode=require&uselibpqcompat=true', 'verify-full'],
  ['SMTP_URL', 'smtp://user:hidden@mail.example?ignoreTLS=true', 'gives up TLS by ignoreTLS'],
  [
    'SMTP_URL',
    'smtps://user:hidden@mail.example?tls.rejectUnauthorized=false',
    'gives up TLS by tls.rejectUnauthorized',
  ],
  ['SMTP_URL', 'smtps://user:hidden@mail.example?tls.ciphers=aNULL', 'gives up TLS by tls.ciphers'],
  ['DATABASE_URL', 'postgres://user:hidden@db.example/book?ssl=false', 'without TLS that is checked'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector.example:4318', 'begin it with https://'],
])('what would leave this machine in the clear is refused at the start: %s %s', (name, value, sentence) => {
  expect(told({ [name]: value })).toContain(sentence);
  expect(told({ [name]: value })).not.toContain('hidden');
  const hosts = 'collector.example, DB.example,mail.example,127.db.example';
  if (sentence !== 'ENOENT') expect(told({ [name]: value, WITHOUT_TLS: hosts })).toEqual('starts');
});

test.each([
  ['SMTP_URL', 'smtp://user:hidden@localhost?url=smtp://mail.example', 'leads elsewhere by url'],
  ['SMTP_URL', 'smtp://user:hidden@localhost?service=gmail', 'leads elsewhere by service'],
  ['SMTP_URL', 'smtp://user:hidden@127.0.0.1?proxy=http://proxy.example', 'leads elsewhere by proxy'],
  ['SMTP_URL', 'smtp://user:hidden/@mail.example', 'SMTP_URL is no address that can be read'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://[collector', 'OTEL_EXPORTER_OTLP_ENDPOINT is no address that can be read'],
  ['OIDC_ISSUER', 'http://localhost:hidden@id.example', 'must begin with https://'],
  ['CREDITSAFE_URL', 'http://localhost:hidden@checks.example', 'must begin with https://'],
  ['NODE_TLS_REJECT_UNAUTHORIZED', '0', 'NODE_TLS_REJECT_UNAUTHORIZED is 0'],
])('nor does an exception help what leads somewhere else, or to whoever says so: %s %s', (name, value, sentence) => {
  const hosts = 'localhost,mail.example,id.example,checks.example';
  expect(told({ [name]: value, WITHOUT_TLS: hosts })).toContain(sentence);
  expect(told({ [name]: value })).not.toContain('hidden');
});

test.each([
  ['DATABASE_URL', 'postgres://user@db.example/book?sslmode=verify-full'],
  ['DATABASE_URL', 'postgres://user@127.0.0.1/book'],
  ['DATABASE_URL', 'postgres://user@%2Fvar%2Frun%2Fpostgresql/book'],
  ['SMTP_URL', 'smtp://mail.example:587'],
  ['SMTP_URL', 'smtps://mail.example?tls.ca=ours&tls.servername=mail.example'],
  ['SMTP_URL', 'smtp://[::1]:25?ignoreTLS=true'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://[::1]:4318'],
])('what is encrypted, or stays on this machine, is not: %s %s', (name, value) => {
  expect(told({ [name]: value })).toEqual('starts');
});
