import { generateKeyPairSync, verify } from 'node:crypto';
import { Config } from '../../api/config.js';
import { Clock } from '../../api/shared/clock.js';
import { MailService } from '../../api/shared/mail.service.js';
import { MailServer } from '../support/mail-server.js';

// Mail servers believe mail that its domain has signed (DKIM, RFC 6376).
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const DKIM = {
  DKIM_DOMAIN: 'firm.example',
  DKIM_SELECTOR: 'goodstanding',
  DKIM_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const server = new MailServer();
afterAll(() => server.close());

async function sent(settings: Record<string, string>): Promise<string> {
  const port = await server.listen();
  const url = `smtp://127.0.0.1:${port}`;
  const mail = new MailService(new Config({ SMTP_URL: url, MAIL_FROM: 'us@firm.example', ...settings }), new Clock());
  const { state } = await mail.send({
    to: 'ann@customer.example',
    subject: 'Invoice R-1 – due',
    text: 'R-1 is due.',
    html: '<p>R-1 is due.</p>',
  });
  mail.onApplicationShutdown();
  expect(state).toBe('sent');
  return server.asSent.at(-1) ?? '';
}

/** RFC 6376 §3.4.2: names in small letters, blanks as one. */
const relaxed = (header: string) => {
  const at = header.indexOf(':');
  return `${header.slice(0, at).toLowerCase().trim()}:${header
    .slice(at + 1)
    .replace(/\s+/g, ' ')
    .trim()}`;
};

test('a message bears a signature of its domain over sender, recipient and subject, which the key confirms', async () => {
  const message = await sent(DKIM);
  const headers = message.slice(0, message.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? '';
  const tag = (name: string) =>
    new RegExp(`[ ;]${name}=([^;]*)`).exec(relaxed(signature))?.[1]?.replace(/\s/g, '') ?? '';
  expect([tag('d'), tag('s'), tag('a')]).toEqual(['firm.example', 'goodstanding', 'rsa-sha256']);
  const named = tag('h').toLowerCase().split(':');
  expect(named).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'message-id']));
  const signed = named.map((name) => headers.find((header) => header.toLowerCase().startsWith(`${name}:`)));
  const unsigned = relaxed(signature).replace(/([ ;]b=)[^;]*/, '$1');
  const text = [...signed.flatMap((header) => (header ? [relaxed(header)] : [])), unsigned].join('\r\n');
  expect(verify('sha256', Buffer.from(text, 'latin1'), publicKey, Buffer.from(tag('b'), 'base64'))).toBe(true);
  const forged = text.replace('us@firm.example', 'them@firm.example');
  expect(verify('sha256', Buffer.from(forged, 'latin1'), publicKey, Buffer.from(tag('b'), 'base64'))).toBe(false);
}, 30_000);

test('half of it, or a key that is none, keeps the program from starting', () => {
  const { DKIM_KEY: _, ...half } = DKIM;
  expect(() => new Config(half)).toThrow(/DKIM_KEY must be set with the others/);
  expect(() => new Config({ ...DKIM, DKIM_KEY: 'secret words' })).toThrow(/DKIM_KEY must be a private key as PEM/);
  expect(() => new Config({ ...DKIM, DKIM_KEY: 'secret words' })).not.toThrow(/secret words/);
});
