import { readMail } from './read-mail.js';

const TOKEN = '0123456789abcdef0123456789abcdef';
const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const ours = ['Content-Type: message/rfc822', '', `Message-ID: <${TOKEN}@seller.example>`, 'Subject: Invoice', '', 'x'];
const report = (type: string, ...fields: string[]) =>
  mail(
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'Subject: Undelivered Mail Returned to Sender',
    `Content-Type: multipart/report; report-type=${type}; boundary=B`,
    '',
    ...['--B', 'Content-Type: text/plain', '', 'I am sorry.', '--B', `Content-Type: message/${type}`, ''],
    ...fields,
    ...['--B', ...ours, '--B--', ''],
  );
const status = (action: string, code: string) =>
  report(
    'delivery-status',
    ...['Reporting-MTA: dns; mx.example', '', 'Final-Recipient: rfc822; ann@firm.example', `Action: ${action}`],
    ...[`Status: ${code}`, 'Diagnostic-Code: smtp; 550 5.1.1', ' no such user'],
  );

test.each([
  ['failed', '5.1.1', { kind: 'bounced', isPermanent: true }],
  ['failed', '4.4.7', { kind: 'bounced', isPermanent: false }],
  ['delayed', '4.4.1', { kind: 'delayed', isPermanent: false }],
  ['delivered', '2.0.0', { kind: 'auto_replied', isPermanent: false }],
])('a report of a mail server (%s, %s) is read as RFC 3464 has it', async (action, code, read) => {
  expect(await readMail(status(action, code))).toMatchObject({
    ...read,
    tokens: [TOKEN],
    detail: 'smtp; 550 5.1.1 no such user',
    text: 'I am sorry.',
  });
});

test.each([
  ['abuse', 'complained'],
  ['not-spam', 'auto_replied'],
])('a feedback report (%s) is read as RFC 5965 has it', async (type, kind) => {
  const read = await readMail(report('feedback-report', `Feedback-Type: ${type}`, 'User-Agent: FBL/1', 'Version: 1'));
  expect(read).toMatchObject({ kind, tokens: [TOKEN] });
});

test('an answer names our message by In-Reply-To or by the address it went to, whatever the case', async () => {
  const of = (header: string) => readMail(mail('From: Ann <ann@firm.example>', header, '', 'Paid on Friday.'));
  expect(await of(`In-Reply-To: <${TOKEN.toUpperCase()}@Seller.example>`)).toMatchObject({
    kind: 'replied',
    tokens: [TOKEN],
    sender: 'ann@firm.example',
    text: 'Paid on Friday.',
  });
  expect((await of(`To: bounces+${TOKEN}@seller.example`)).tokens).toEqual([TOKEN]);
  expect((await of('To: us@seller.example')).tokens).toEqual([]);
});

test('out of office is no answer', async () => {
  const of = async (header: string) => (await readMail(mail('From: a@b.example', header, '', 'Away'))).kind;
  expect(await of('Auto-Submitted: auto-replied')).toBe('auto_replied');
  expect(await of('Auto-Submitted: no')).toBe('replied');
});

test('a script is text, and only its words are kept; a line break in a header begins no other', async () => {
  const read = await readMail(
    mail(
      'From: a@b.example',
      'Subject: =?utf-8?Q?Hello=0D=0ABcc:_everybody@elsewhere.example?=',
      'Content-Type: text/html',
      '',
      '<style>p{}</style><script>alert(1)</script><p onclick="x">Paid &lt;today&gt;<br>Ann</p>\u0007',
    ),
  );
  expect(read.text).toBe('Paid <today>\nAnn');
  expect(read.subject).toBe('Hello Bcc: everybody@elsewhere.example');
});

test.each([
  ['scripts without end', '<script>'.repeat(1_300_000)],
  ['brackets without end', '<'.repeat(10_000_000)],
  ['blanks without end', `<p>${' \u00a0'.repeat(3_000_000)}`],
  ['words without end', 'pay '.repeat(2_500_000)],
])('ten megabytes of %s are read in five seconds of one processor, and cut', async (_what, body) => {
  const began = process.cpuUsage();
  const read = await readMail(mail('From: a@b.example', 'Content-Type: text/html', '', body));
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(5_000_000);
  expect(read.text.length).toBeLessThanOrEqual(20_000);
});

test('parts nested without end are no mail', async () => {
  const levels = Array.from(
    { length: 60 },
    (_, i) => `Content-Type: multipart/mixed; boundary=B${i}\r\n\r\n--B${i}\r\n`,
  );
  await expect(readMail(mail('From: a@b.example', levels.join('')))).rejects.toThrow();
});
