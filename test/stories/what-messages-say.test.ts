import { PersonRole } from '../../api/auth/person.entity.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// What messages say is set by people: checked when it is set, tried on real customers, and never sent with a gap.
const mails = new MailServer();
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({
    now: '2026-11-23T09:00:00Z',
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Grey Supplies <us@grey.example>',
      PAY_URL: 'https://pay.grey.example/now?from=mail',
      INVOICE_URL: 'https://docs.grey.example/{invoice}.pdf',
      PUBLIC_URL: 'https://credit.grey.example',
    },
  });
  ledger = TestLedger.of(product);
});
afterAll(async () => {
  await product.close();
  await mails.close();
});

const template = (of: Record<string, unknown> = {}) => ({
  language: 'EN',
  situation: 'BEFORE_ONE',
  subject: 'Soon due: {invoice}',
  body: 'Dear {contact},\n\n{invoice} over {total} falls due {due}.\n\n{list}\n\nYours, {supplier}',
  ...of,
});
const ask = (field: string, input: object, type = 'ReminderTemplateInput', sub = 'subject') =>
  product.ask(
    `${field.startsWith('preview') ? 'query' : 'mutation'} ($input: ${type}!) { ${field}(input: $input) { ${sub} } }`,
    {
      input,
    },
  );
const set = (of: Record<string, unknown> = {}) => ask('setReminderTemplate', template(of));
const preview = (of: Record<string, unknown> = {}) =>
  ask('previewReminderTemplate', template(of), 'TryTemplateInput', 'customerName to subject text html');
const owing = async (name: string, columns: Record<string, unknown> = {}) => {
  const customer = await ledger.customer(name, columns);
  await customer.contact(`pay@${name.toLowerCase()}.example`, `Mr ${name}`);
  return customer.invoice(`R-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 123_450 });
};
const send = async () => {
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
};

test('whoever sees only their own customers tries a template on those alone', async () => {
  const sales = await product.as(PersonRole.SALES);
  const own = await ledger.customer('Own', { owner_id: sales.personId });
  const other = await owing('Others');
  const tryOn = (customerId?: number) =>
    sales.ask('query ($input: TryTemplateInput!) { previewReminderTemplate(input: $input) { customerName } }', {
      input: template({ customerId }),
    });
  for (const id of [other.id, undefined])
    expect((await tryOn(id)).errors?.[0]).toMatchObject({ extensions: { code: 'NOBODY_TO_TRY_ON' } });
  await own.contact('pay@own.example');
  await own.invoice('R-Own', { issued: '2026-10-30', due: '2026-11-30', minor: 100 });
  expect((await tryOn()).data.previewReminderTemplate).toEqual({ customerName: 'Own' });
  await ledger.clear();
});

test.each([
  [
    'a field nobody knows',
    { body: 'Dear {name},\n\n{list}' },
    /There is no field \{name\} here\. There are: \{contact\}, \{customer\}/,
  ],
  [
    'a loop',
    { body: '{#each invoices}\n\n{list}\n\n{/each}' },
    /\{#each invoices\} is no field: a template has no loops/,
  ],
  ['itself', { body: '{> before_one}\n\n{list}' }, /a template has no loops and no parts of its own/],
  ['a field of another situation', { subject: '{count} invoices' }, /There is no field \{count\} here/],
  ['a brace that stands alone', { subject: 'Due {invoice' }, /A brace stands alone/],
  ['no list', { body: 'Dear {contact}, pay.' }, /\{list\} must stand once/],
  ['two lists', { body: '{list}\n\n{list}' }, /\{list\} must stand once/],
  ['a second header', { subject: 'Due\r\nBcc: all@everybody.example' }, /A subject is one line/],
])('a template with %s is refused when it is set, and says what is wrong', async (_, of, said) => {
  const { errors } = await set(of);
  expect(errors?.[0]?.message).toMatch(said);
});

test('it is tried on a real customer before it is set, and nothing is kept or sent', async () => {
  await owing('Mill');
  const { data } = await preview();
  expect(data.previewReminderTemplate).toMatchObject({
    customerName: 'Mill',
    to: 'pay@mill.example',
    subject: 'Soon due: R-Mill',
    text: expect.stringContaining('R-Mill over EUR 1,234.50 falls due on 30 Nov 2026.'),
    html: expect.stringContaining('Yours, Grey Supplies'),
  });
  expect(
    (
      await preview({
        situation: 'BOTH',
        subject: '{overdueCount} and {comingCount}',
        body: 'Dear {contact},\n\n{list}',
      })
    ).errors?.[0],
  ).toMatchObject({ extensions: { code: 'NOBODY_TO_TRY_ON' } });
  expect(await ledger.sql.rows('select from delivery')).toEqual([]);
});

test('a test goes to whoever asks for it, and to nobody else', async () => {
  await ask('sendTestReminder', template(), 'TryTemplateInput', 'to');
  const { me } = await product.gql('{ me { person { email } } }');
  expect(mails.received.map(({ to, subject }) => [to?.[0]?.address, subject])).toEqual([
    [me.person.email, 'Test: Soon due: R-Mill'],
  ]);
  const sales = await product.as(PersonRole.SALES);
  const refused = await sales.ask('mutation ($input: TryTemplateInput!) { sendTestReminder(input: $input) { to } }', {
    input: template(),
  });
  expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});

test('what is set is what the next message says, in HTML and in text, with its invoice and its pay link; versions are kept', async () => {
  await set({ subject: 'An earlier version of {invoice}' });
  await set();
  await send();
  const [mail] = mails.receivedFor('pay@mill.example');
  expect(mail?.subject).toBe('Soon due: R-Mill');
  for (const written of [mail?.text, mail?.html])
    expect(written).toMatch(
      /R-Mill over EUR 1,234\.50 falls due on 30 Nov 2026[\s\S]*https:\/\/docs\.grey\.example\/R-Mill\.pdf/,
    );
  const { reminderTemplates } = await product.gql(
    '{ reminderTemplates(filter: { language: EN, situation: BEFORE_ONE }) { nodes { subject setBy isNewest } } }',
  );
  expect(
    reminderTemplates.nodes.map((row: { subject: string; isNewest: boolean }) => [row.subject, row.isNewest]),
  ).toEqual([
    ['Soon due: {invoice}', true],
    ['An earlier version of {invoice}', false],
    ['Invoice {invoice} falls due {due}', false],
  ]);
});

test('the pay link leads to where it is paid, with what is paid; that it was taken is written down, by whom it was opened is not', async () => {
  const [mail] = mails.receivedFor('pay@mill.example');
  const link = new URL(/https:\/\/credit\.grey\.example\/pay\/[\w-]{32}/.exec(mail?.text ?? '')?.[0] ?? '');
  expect(mail?.html).toContain(link.href);
  expect(mail?.html).not.toMatch(/<img|background-image/);
  const follow = (path: string) => fetch(`${product.url}${path}`, { redirect: 'manual' });
  const taken = async () => (await product.gql('{ deliveries { nodes { payLinkTakenAt } } }')).deliveries.nodes;
  expect((await fetch(`${product.url}${link.pathname}`, { method: 'HEAD', redirect: 'manual' })).status).toBe(302);
  expect(await taken()).toEqual([{ payLinkTakenAt: null }]); // a scanner that only looks where it leads
  const answer = await follow(link.pathname);
  expect([answer.status, answer.headers.get('location')]).toEqual([
    302,
    'https://pay.grey.example/now?from=mail&customer=' +
      (await ledger.sql.rows<{ number: string }>(`select number from customer where name = 'Mill'`))[0]?.number +
      '&invoice=R-Mill',
  ]);
  const forged = await follow('/pay/not-a-token');
  expect([forged.status, await forged.text()]).toEqual([403, expect.stringContaining('PAY_LINK_UNKNOWN')]);
  for (let i = 0; i < 3; i++) await follow(link.pathname);
  expect(await taken()).toEqual([{ payLinkTakenAt: '2026-11-23T09:00:00.000Z' }]);
  expect(await ledger.sql.rows('select from delivery_click')).toHaveLength(1);
});

test('a customer in Germany is written to in German, one in France in English until there are words in French', async () => {
  await owing('Werk', { country: 'DE' });
  await owing('Usine', { country: 'FR' });
  await send();
  expect(mails.receivedFor('pay@werk.example')[0]).toMatchObject({
    subject: 'Rechnung R-Werk ist am 30. Nov. 2026 fällig',
    text: expect.stringMatching(/R-Werk {3}EUR 1\.234,50[\s\S]*Wir ändern sie nie per E-Mail\./),
  });
  expect(mails.receivedFor('pay@usine.example')[0]?.subject).toBe('Soon due: R-Usine');
});

test('a value that is missing stops the message with its reason; once it is there the message goes', async () => {
  await set({ body: 'Dear {contact},\n\n{list}\n\nYours, {manager}' });
  const customer = await owing('Lane');
  const gaps = async () =>
    (await product.gql('{ reminderPlan { leftOut(filter: { reason: VALUE_MISSING }) { nodes { reason sentence } } } }'))
      .reminderPlan.leftOut.nodes;
  expect(await gaps()).toEqual([
    {
      reason: 'VALUE_MISSING',
      sentence: 'The template needs {manager}, and for Lane there is none. Say who owns the customer, on its page.',
    },
  ]);
  await send();
  expect(mails.receivedFor('pay@lane.example')).toEqual([]);
  const { me } = await product.gql('{ me { person { name } } }');
  await ledger.sql.rows(
    'update customer set owner_id = (select id from person where name = $2 limit 1) where id = $1',
    [customer.id, me.person.name],
  );
  expect(await gaps()).toEqual([]);
  await send();
  const [mail] = mails.receivedFor('pay@lane.example');
  expect(mail?.text).toContain(`Yours, ${me.person.name}`);
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/undefined|null|\{\w+\}/);
});

test('words of one step are for that step alone', async () => {
  await set({ step: 'T-7', subject: 'A week before: {invoice}' });
  await owing('Yard');
  const late = await ledger.customer('Late');
  await late.contact('pay@late.example', 'Ms Late');
  await late.invoice('R-Late', { issued: '2026-11-12', due: '2026-11-26', minor: 5_000 });
  await set({});
  await send();
  expect(mails.receivedFor('pay@yard.example')[0]?.subject).toBe('A week before: R-Yard');
  expect(mails.receivedFor('pay@late.example')[0]?.subject).toBe('Soon due: R-Late');
});
