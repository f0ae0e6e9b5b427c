import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Config } from '../../api/config.js';
import { Clock } from '../../api/shared/clock.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../api/shared/embedded-postgres/embedded-postgres.js';
import { MailService } from '../../api/shared/mail.service.js';
import { Authority, type Certificate } from '../support/certificates.js';
import { goodstanding } from '../support/command.js';
import { MailServer } from '../support/mail-server.js';

// A database and a mail server that are not on this machine: what goes to them is encrypted, to nobody but them.
// 0.0.0.0 leads here, and is not counted as this machine.
const ELSEWHERE = '0.0.0.0';
let ours: Authority;
let others: Authority;
beforeAll(async () => {
  ours = await Authority.named('Authority of our house');
  others = await Authority.named('Authority of nobody we know');
});

describe('the mail server', () => {
  const letter = { to: 'ann@firm.example', subject: 'Invoice R-1', text: 'is due', html: '<p>is due</p>' };
  let mail: MailService | undefined;
  let server: MailServer | undefined;
  afterEach(async () => {
    mail?.onApplicationShutdown();
    await server?.close();
  });

  async function sentTo(certificate: Certificate | undefined, asked = '', env = {}) {
    server = new MailServer({ password: 'of the mailbox', certificate });
    const port = await server.listen(0, ELSEWHERE);
    const url = new URL(`smtp://us:of%20the%20mailbox@${ELSEWHERE}:${port}`);
    if (certificate) url.searchParams.set('tls.ca', ours.cert);
    mail = new MailService(new Config({ SMTP_URL: `${url.href}${asked}`, ...env }), new Clock());
    const { state } = await mail.send(letter);
    return { state, wasEncrypted: server.wasEncrypted };
  }

  test('is spoken to over TLS, once it has shown that it is the one', async () => {
    expect(await sentTo(await ours.forServer(ELSEWHERE))).toEqual({ state: 'sent', wasEncrypted: [true] });
  });

  test('one that offers no TLS gets neither password nor message', async () => {
    expect(await sentTo(undefined)).toEqual({ state: 'later', wasEncrypted: [] });
  });

  test('one with a certificate of an authority we do not know, or for another name, gets none', async () => {
    expect(await sentTo(await others.forServer(ELSEWHERE))).toEqual({ state: 'later', wasEncrypted: [] });
    await server?.close();
    expect(await sentTo(await ours.forServer('mail.example'))).toEqual({ state: 'later', wasEncrypted: [] });
  });

  test('one that is named as an exception is spoken to as it can', async () => {
    expect(await sentTo(undefined, '', { WITHOUT_TLS: ELSEWHERE })).toEqual({ state: 'sent', wasEncrypted: [false] });
  });
});

describe('the database', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-tls-'));
  const file = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text, { mode: 0o600 });
    return path.join(folder, name);
  };
  let database: EmbeddedPostgres;
  let port: string;

  /** It asks for a certificate of the program, and takes nothing else from it. */
  beforeAll(async () => {
    fs.chmodSync(folder, 0o755);
    database = await startEmbeddedPostgres(path.join(folder, 'postgres'));
    port = new URL(database.url).port;
    const { uid, gid } = fs.statSync(database.dataFolder);
    const { key, cert } = await ours.forServer('localhost');
    for (const [name, text] of Object.entries({ 'server.key': key, 'server.crt': cert, 'root.crt': ours.cert })) {
      const place = path.join(database.dataFolder, name);
      fs.writeFileSync(place, text, { mode: 0o600 });
      fs.chownSync(place, uid, gid);
    }
    const rules = path.join(database.dataFolder, 'pg_hba.conf');
    const ofTheProgram = 'hostssl all program all cert\nhost all program all reject\n';
    fs.writeFileSync(rules, ofTheProgram + fs.readFileSync(rules, 'utf8'));
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('create role program superuser login');
    await owner.query('create database book owner program');
    await owner.query('alter system set ssl = on');
    await owner.query("alter system set ssl_ca_file = 'root.crt'");
    await owner.query('select pg_reload_conf()');
    await owner.end();
  });
  afterAll(async () => {
    await database.stop();
    fs.rmSync(folder, { recursive: true });
  });

  const entered = (settings: Record<string, string>) =>
    goodstanding(
      {
        GOODSTANDING_HOME: path.join(folder, 'home'),
        DATABASE_URL: `postgres://program@localhost:${port}/book?${new URLSearchParams(settings)}`,
      },
      'people',
      'list',
      '--json',
    );

  test('is entered over TLS with a certificate, and without any password', async () => {
    const { key, cert } = await ours.forProgram('program');
    const ran = await entered({
      sslmode: 'verify-full',
      sslrootcert: file('ours.pem', ours.cert),
      sslcert: file('program.pem', cert),
      sslkey: file('program.key', key),
    });
    expect(ran).toEqual({ code: 0, out: '[]\n', err: expect.anything() });
  });

  test('which is for this program alone, and from the authority of the house', async () => {
    const settings = { sslmode: 'verify-full', sslrootcert: file('ours.pem', ours.cert) };
    expect((await entered(settings)).err).toMatch(/certificate/);
    for (const { key, cert } of [await ours.forProgram('another'), await others.forProgram('program')]) {
      const ran = await entered({ ...settings, sslcert: file('other.pem', cert), sslkey: file('other.key', key) });
      expect([ran.code, ran.out]).not.toEqual([0, '[]\n']);
      expect(ran.err).toMatch(/certificate|unknown ca/);
    }
  });

  test('one with a certificate of an authority we do not know is not entered', async () => {
    const ran = await entered({ sslmode: 'verify-full', sslrootcert: file('others.pem', others.cert) });
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/certificate/)]);
  });
});
