import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PersonRole } from '../../api/auth/person.entity.js';
import { MailFolder } from '../../api/reminders/incoming/mail-folder.service.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { newWebhookSecret, webhookSignature } from '../../api/shared/webhook-signature.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// Bounces, complaints and answers, over a real mail server, a folder that a mail program fills, and a mail service.

const TODAY = '2026-11-23';
const clock = new StoppedClock(`${TODAY}T09:00:00Z`);
const mails = new MailServer();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-mail-'));
const secret = newWebhookSecret();
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({
    clock,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Receivables <us@seller.example>',
      BOUNCE_ADDRESS: 'bounces@seller.example',
      MAIL_FOLDER: folder,
      MAIL_WEBHOOK_SECRET: secret,
    },
  });
  ledger = TestLedger.of(product);
});
afterAll(async () => {
  await product.close();
  await mails.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A customer that was reminded today of an invoice that falls due in a week, and is to hear again a week after. */
async function reminded(name: string) {
  const address = `${name.toLowerCase()}@firm.example`;
  const customer = await (await ledger.customer(name)).contact(address, `Ms ${name}`);
  await customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 123_450 });
  await product.get(RemindersService).send();
  await product.work();
  const { messageId = '' } = mails.receivedFor(address)[0] ?? {};
  return { customer, address, messageId };
}

let names = 0;
function drop(lines: string[], name = `${names++}.eml`, below = ''): string {
  fs.mkdirSync(path.join(folder, below), { recursive: true });
  fs.writeFileSync(path.join(folder, below, name), lines.join('\r\n'));
  return name;
}
const readFolder = () => product.get(MailFolder).read();
const placeOf = (name: string) =>
  ['', 'new', 'taken', 'unmatched'].filter((below) => fs.existsSync(path.join(folder, below, name)));

const answer = (to: string, ...body: string[]) => [
  'From: Ann <ann@elsewhere.example>',
  'Subject: Re: your invoice',
  `In-Reply-To: ${to}`,
  '',
  ...body,
];
const bounce = (to: string, code: string, action = 'failed') => [
  'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
  'Subject: Undelivered Mail Returned to Sender',
  `X-Number: ${names}`,
  'Content-Type: multipart/report; report-type=delivery-status; boundary=B',
  '',
  ...['--B', 'Content-Type: text/plain', '', 'It was not delivered.', '--B', 'Content-Type: message/delivery-status'],
  ...['', 'Reporting-MTA: dns; mx.example', '', `Action: ${action}`, `Status: ${code}`],
  ...[`Diagnostic-Code: smtp; 550 ${code} No such user`, '--B', 'Content-Type: text/rfc822-headers', ''],
  ...[`Message-ID: ${to}`, '', '--B--', ''],
];
const complaint = (to: string) => [
  'From: <fbl@provider.example>',
  'Subject: Complaint',
  'Content-Type: multipart/report; report-type=feedback-report; boundary=B',
  '',
  ...['--B', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse', 'Version: 1'],
  ...['--B', 'Content-Type: message/rfc822', '', `Message-ID: ${to}`, 'Subject: x', '', 'x', '--B--', ''],
];

/** Why the coming step of a customer, a week after the due day, is not said; null: it will be. */
const whyNot = async (customerId: number) => {
  const query = `query ($id: ID!) { reminderSteps(filter: { customerId: $id }) { nodes { step state reason } } }`;
  const { nodes } = (await product.gql(query, { id: customerId })).reminderSteps;
  return nodes.find(({ step }: { step: string }) => step === 'T+3').reason;
};
const incoming = async (customerId: number) =>
  (
    await product.gql(
      'query ($id: ID!) { incomingMail(filter: { customerId: $id }) { nodes { kind from subject text detail toMessage pauseId restingToo customer { name } } } }',
      { id: customerId },
    )
  ).incomingMail.nodes;

test('a message has a name by which answers find it, and an address of its own for reports of mail servers', async () => {
  const { address, messageId } = await reminded('Named');
  expect(messageId).toMatch(/^<[0-9a-f]{32}@seller\.example>$/);
  const token = messageId.slice(1, 33);
  expect(mails.senderFor(address)).toBe(`bounces+${token}@seller.example`);
});

test('an answer stands on the time line, and the customer hears no more until a person has read it', async () => {
  const { customer, messageId } = await reminded('Answers');
  expect(await whyNot(customer.id)).toBeNull();
  const file = drop(answer(messageId, 'We pay on Friday.', '', '> Hello Ms Answers'));
  await readFolder();
  expect(placeOf(file)).toEqual(['taken']);
  const [read, ...more] = await incoming(customer.id);
  expect(more).toEqual([]);
  expect(read).toEqual({
    kind: 'REPLIED',
    from: 'ann@elsewhere.example',
    subject: 'Re: your invoice',
    text: 'We pay on Friday.\n\n> Hello Ms Answers',
    detail: null,
    toMessage: 'Invoice INV-Answers falls due on 30 Nov 2026',
    pauseId: expect.any(String),
    restingToo: [],
    customer: { name: 'Answers' },
  });
  const { timeline } = (
    await product.gql(
      'query ($id: ID!) { customer(id: $id) { timeline(filter: { kind: [INCOMING_MAIL] }) { nodes { on title } } } }',
      { id: customer.id },
    )
  ).customer;
  expect(timeline.nodes).toEqual([{ on: TODAY, title: 'Answered: Re: your invoice' }]);
  expect(await whyNot(customer.id)).toBe('REPLIED');
  await product.gql('mutation ($input: EndPauseInput!) { endReminderPause(input: $input) { endedBy } }', {
    input: { customerId: customer.id, pauseId: read.pauseId },
  });
  expect(await whyNot(customer.id)).toBeNull();
});

test('an answer that comes while the next message waits stops it', async () => {
  const { customer, address, messageId } = await reminded('Waits');
  clock.moveTo('2026-12-03T09:00:00Z');
  await product.get(RemindersService).send();
  drop(answer(messageId, 'Paid this morning.'));
  await readFolder();
  await product.work();
  clock.moveTo(`${TODAY}T09:00:00Z`);
  expect(mails.receivedFor(address)).toHaveLength(1);
  expect(await whyNot(customer.id)).toBe('REPLIED');
});

test('out of office is kept and stops nothing', async () => {
  const { customer, messageId } = await reminded('Away');
  drop(['Auto-Submitted: auto-replied', ...answer(messageId, 'Back on Monday.')]);
  await readFolder();
  expect(await incoming(customer.id)).toEqual([expect.objectContaining({ kind: 'AUTO_REPLIED', pauseId: null })]);
  expect(await whyNot(customer.id)).toBeNull();
});

test('mail that came back for good stops what is written to that address, until it is another or a person knows better', async () => {
  const { customer, messageId } = await reminded('Gone');
  drop(bounce(messageId, '5.1.1'));
  await readFolder();
  expect(await incoming(customer.id)).toEqual([
    expect.objectContaining({ kind: 'BOUNCED', detail: 'smtp; 550 5.1.1 No such user', text: 'It was not delivered.' }),
  ]);
  expect(await whyNot(customer.id)).toBe('BOUNCED');
  const query =
    'query ($id: ID!) { customer(id: $id) { contacts { nodes { id mailState } } } deliveries(filter: { customerId: $id }) { nodes { state cameBack } } }';
  const { customer: seen, deliveries } = await product.gql(query, { id: customer.id });
  expect(seen.contacts.nodes).toEqual([{ id: expect.any(String), mailState: 'BOUNCED' }]);
  expect(deliveries.nodes).toEqual([{ state: 'SENT', cameBack: 'BOUNCED' }]);

  await ledger.sql.rows(`update contact set email = 'new@firm.example' where customer_id = $1`, [customer.id]);
  expect(await whyNot(customer.id)).toBeNull();
  await ledger.sql.rows(`update contact set email = 'Gone@firm.example' where customer_id = $1`, [customer.id]);
  expect(await whyNot(customer.id)).toBe('BOUNCED');
  const input = { customerId: customer.id, contactId: seen.contacts.nodes[0].id, reason: 'They freed the mailbox.' };
  const again = 'mutation ($input: WriteToContactAgainInput!) { writeToContactAgain(input: $input) { mailState } }';
  const sales = await product.as(PersonRole.SALES);
  expect((await sales.ask(again, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await product.gql(again, { input })).writeToContactAgain).toEqual({ mailState: null });
  expect(await whyNot(customer.id)).toBeNull();
  expect((await product.ask(again, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const { auditEntries } = await product.gql('{ auditEntries(first: 1) { nodes { action before after reason } } }');
  expect(auditEntries.nodes).toEqual([
    {
      action: 'writes to a contact again',
      before: { mailState: 'bounced' },
      after: { mailState: null },
      reason: 'They freed the mailbox.',
    },
  ]);
});

test('another contact with an address is written to instead of one whose mail comes back', async () => {
  const { customer, messageId } = await reminded('Two');
  await customer.contact('desk@two.example', 'The desk');
  drop(bounce(messageId, '5.1.1'));
  await readFolder();
  expect(await whyNot(customer.id)).toBeNull();
  clock.moveTo('2026-12-03T09:00:00Z');
  await product.get(RemindersService).send();
  await product.work();
  clock.moveTo(`${TODAY}T09:00:00Z`);
  expect(mails.receivedFor('desk@two.example')).toHaveLength(1);
});

test('a full mailbox stops nothing the first and second time; the third time it does', async () => {
  const { customer, address } = await reminded('Full');
  const reasons: unknown[] = [];
  for (const token of ['a', 'b', 'c'].map((sign) => sign.repeat(32))) {
    await ledger.insert('delivery', {
      ...{ customer_id: customer.id, planned_for: `2026-01-0${reasons.length + 1}`, channel: 'email', state: 'sent' },
      ...{ recipient: address, subject: 's', body_text: '', body_html: '', mail_token: token },
    });
    // The same report twice, from two servers on the way, is one message that came back.
    drop(bounce(`<${token}@seller.example>`, '4.2.2'));
    drop(bounce(`<${token}@seller.example>`, '4.2.2'));
    await readFolder();
    reasons.push(await whyNot(customer.id));
  }
  expect(reasons).toEqual([null, null, 'BOUNCED']);
});

test('an address that the mail server itself refuses is one that bounces', async () => {
  mails.will('refused@firm.example', 'refuse recipient');
  const { customer } = await reminded('Refused');
  expect(await whyNot(customer.id)).toBe('BOUNCED');
});

test('a complaint stops all mail to the customer, whatever other addresses it has', async () => {
  const { customer, messageId } = await reminded('Complains');
  await customer.contact('other@complains.example', 'Another desk');
  drop(complaint(messageId));
  await readFolder();
  expect(await incoming(customer.id)).toEqual([expect.objectContaining({ kind: 'COMPLAINED' })]);
  expect(await whyNot(customer.id)).toBe('COMPLAINED');
});

test('each mail is taken once, whatever its file is called, by however many and however it came', async () => {
  const { customer, messageId } = await reminded('Once');
  const lines = answer(messageId, 'Only once.');
  drop(lines, 'one.eml');
  drop(lines, '1700000000.M1P1.host', 'new');
  await Promise.all([readFolder(), readFolder()]);
  drop(lines, 'again.eml');
  await readFolder();
  await post({ body: lines.join('\r\n') });
  expect(await incoming(customer.id)).toHaveLength(1);
  expect(['one.eml', '1700000000.M1P1.host', 'again.eml'].map(placeOf)).toEqual([['taken'], ['taken'], ['taken']]);
});

test('what names no message of ours, is none or is too large is put aside and stops nobody', async () => {
  const { customer, address } = await reminded('Forged');
  const known = drop(['From: someone@firm.example', `To: ${address}`, '', 'Stop reminding Forged.']);
  const made = drop(answer(`<${'f'.repeat(32)}@seller.example>`, 'Guessed.'));
  const none = drop(['\u0000\u0001 no mail at all']);
  const large = drop(['From: a@b.example', '', 'x'.repeat(26 * 1024 * 1024)]);
  fs.symlinkSync('/etc/hostname', path.join(folder, 'link.eml'));
  await readFolder();
  expect([known, made, none, large].map(placeOf)).toEqual(Array(4).fill(['unmatched']));
  expect(placeOf('link.eml')).toEqual(['']);
  fs.rmSync(path.join(folder, 'link.eml'));
  expect(await incoming(customer.id)).toEqual([]);
  expect(await whyNot(customer.id)).toBeNull();
});

test('a hostile mail of ten megabytes is text of at most 20,000 signs, and begins no other header', async () => {
  const { customer, messageId } = await reminded('Hostile');
  const script = `<script>alert(1)</script><img src=x onerror=alert(2)>'; drop table customer; --`;
  drop([
    'From: =?utf-8?Q?Ann=0D=0ABcc=3A_all=40elsewhere.example?= <ann@firm.example>',
    'Subject: =?utf-8?Q?Re=0D=0ASet-Cookie=3A_x?=',
    `In-Reply-To: ${messageId}`,
    '',
    `${script}${'pay '.repeat(2_500_000)}`,
  ]);
  await readFolder();
  const [read] = await incoming(customer.id);
  expect([read.from, read.subject]).toEqual(['ann@firm.example', 'Re Set-Cookie: x']);
  expect(read.text.length).toBe(20_000);
  expect(read.text.startsWith(script)).toBe(true);
});

interface Sent {
  id?: string;
  second?: number;
  body?: string;
  type?: string;
  signedWith?: string;
  headers?: Record<string, string>;
}
let keys = 0;
async function post({ id = `msg_${++keys}`, body = 'x', signedWith = secret, ...of }: Sent = {}) {
  const second = of.second ?? clock.now().getTime() / 1000;
  const answer = await fetch(`${product.url}/incoming-mail`, {
    method: 'POST',
    headers: {
      'content-type': of.type ?? 'message/rfc822',
      'webhook-id': id,
      'webhook-timestamp': String(second),
      'webhook-signature': `v1,bm9uZQ== ${webhookSignature(signedWith, id, second, Buffer.from(body))}`,
      ...of.headers,
    },
    body,
  });
  return [answer.status, (await answer.json()) as { code?: string; outcome?: string }] as const;
}

test('a mail service tells the same over a signed request: the mail itself, or what it has read', async () => {
  const { customer, messageId } = await reminded('Service');
  expect(await post({ body: answer(messageId, 'By the service.').join('\r\n') })).toEqual([
    200,
    { outcome: 'replied' },
  ]);
  const told = { type: 'bounced', messageId, isPermanent: true, detail: '550 no such user' };
  const event = { type: 'application/json', body: JSON.stringify(told) };
  expect(await post(event)).toEqual([200, { outcome: 'bounced' }]);
  expect((await incoming(customer.id)).map(({ kind }: { kind: string }) => kind)).toEqual(['BOUNCED', 'REPLIED']);
  expect(await post({ type: 'application/json', body: '{"type":"opened"}' })).toMatchObject([
    400,
    { code: 'MAIL_NOT_READABLE' },
  ]);
});

test('forged, expired or sent a second time it is 401 with a code, and nothing is taken in', async () => {
  const { customer, messageId } = await reminded('Safe');
  const body = answer(messageId, 'Forged.').join('\r\n');
  const second = clock.now().getTime() / 1000;
  const refused = async (of: Sent) => {
    const [status, { code }] = await post({ body, ...of });
    return [status, code];
  };
  expect(await refused({ signedWith: newWebhookSecret() })).toEqual([401, 'WEBHOOK_NOT_SIGNED']);
  expect(await refused({ headers: { 'webhook-signature': '' } })).toEqual([401, 'WEBHOOK_NOT_SIGNED']);
  expect(await refused({ id: 'moved', headers: { 'webhook-id': 'elsewhere' } })).toEqual([401, 'WEBHOOK_NOT_SIGNED']);
  expect(await refused({ headers: { 'webhook-timestamp': String(second + 1) } })).toEqual([401, 'WEBHOOK_NOT_SIGNED']);
  expect(await refused({ second: second - 301 })).toEqual([401, 'WEBHOOK_EXPIRED']);
  expect(await refused({ second: second + 301 })).toEqual([401, 'WEBHOOK_EXPIRED']);
  expect(await incoming(customer.id)).toEqual([]);
  expect(await post({ id: 'once', body })).toEqual([200, { outcome: 'replied' }]);
  expect(await refused({ id: 'once' })).toEqual([401, 'WEBHOOK_REPLAYED']);
  // A service that did not hear our answer signs anew: that is fine, and takes nothing in twice.
  expect(await post({ id: 'once', body, second: second + 60 })).toEqual([200, { outcome: 'taken before' }]);
  expect(await incoming(customer.id)).toHaveLength(1);
});

test('who sees only their own customers reads what came back to those alone', async () => {
  const sales = await product.as(PersonRole.SALES);
  const own = await reminded('Own');
  await ledger.sql.rows('update customer set owner_id = $2 where id = $1', [own.customer.id, sales.personId]);
  drop(answer(own.messageId, 'To my manager.'));
  await readFolder();
  const { incomingMail } = await sales.gql('{ incomingMail(first: 50) { totalCount nodes { text } } }');
  expect(incomingMail).toEqual({ totalCount: 1, nodes: [{ text: 'To my manager.' }] });
});

test('a person is handed what they answered, and it goes when they are erased', async () => {
  const { customer, messageId } = await reminded('Erased');
  drop(answer(messageId, 'I am ill.'));
  drop(bounce(messageId, '5.1.1'));
  await readFolder();
  const contact = await ledger.sql.one<{ id: number }>('select id from contact where customer_id = $1', [customer.id]);
  const input = { customerId: customer.id, contactId: contact?.id };
  const ask = (act: string) => product.gql(`mutation ($input: ContactInput!) { ${act} }`, { input });
  const { answers, mailState } = (await ask('exportContactData(input: $input)')).exportContactData;
  expect(answers.map(({ text }: { text: string }) => text)).toEqual(['I am ill.', 'It was not delivered.']);
  expect(mailState).toEqual([expect.objectContaining({ state: 'bounced' })]);
  await ask('eraseContactData(input: $input) { messages }');
  expect(await incoming(customer.id)).toEqual([]);
  const left = await ledger.sql.rows('select from contact_mail_state where customer_id = $1', [customer.id]);
  expect(left).toEqual([]);
});

test('where no secret is set, nobody is let in', async () => {
  const other = await startApi({});
  try {
    const answer = await fetch(`${other.url}/incoming-mail`, { method: 'POST', body: 'x' });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'WEBHOOK_NOT_SIGNED' }),
    ]);
  } finally {
    await other.close();
  }
});
