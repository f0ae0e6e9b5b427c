import { PersonRole } from '../../api/auth/person.entity.js';
import { IncomingMails } from '../../api/reminders/incoming/incoming-mail.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

// Companies of a group whose invoices are paid at one desk: one message over all of them, and whatever comes of it is of all.
const MONDAY = '2026-11-23';
const clock = new StoppedClock(`${MONDAY}T10:00:00Z`);
const mails = new MailServer();
const receiver = new WebhookReceiver();
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  await receiver.listen();
  const port = await mails.listen();
  product = await startApi({
    clock,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Receivables <us@seller.example>',
      WEBHOOK_NETWORKS: '127.0.0.1',
    },
  });
  ledger = TestLedger.of(product);
  const admin = await product.as(PersonRole.ADMIN);
  const { addWebhookEndpoint } = await admin.gql(
    `mutation { addWebhookEndpoint(input: { name: "ERP", url: "${receiver.url}", events: [SENT, REPLIED] }) { secret } }`,
  );
  receiver.secret = addWebhookEndpoint.secret;
});
afterAll(async () => {
  await product.close();
  await mails.close();
  await receiver.close();
});

/** A company with an invoice that falls due in a week, paid at the desk of its group. */
async function owing(name: string, desk: string, parentId: number | null, columns: object = {}) {
  const customer = await ledger.customer(name, { parent_id: parentId, ...columns });
  await customer.contact(desk, 'Payments desk');
  return customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
}
const send = async () => {
  const { queued } = (await product.gql('mutation { sendReminders(input: {}) { queued } }')).sendReminders;
  return queued as number;
};
const spokenTo = async (customerId: number) =>
  await product.gql(
    `query ($id: ID!) { deliveries(filter: { customerId: $id }) { nodes { state customer { name } invoices { nodes { number } } } }
        customer(id: $id) { timeline(first: 20, filter: { kind: [REMINDER] }) { nodes { title } } }
        reminderSteps(filter: { customerId: $id }) { nodes { step state reason } } }`,
    { id: customerId },
  );

test('three companies that one desk pays for get one message, with each invoice and whose it is; each hears of it where it is looked for', async () => {
  const desk = 'desk@mill.example';
  const head = await owing('Mill Group', desk, null);
  const north = await owing('Mill North', desk, head.id);
  const south = await owing('Mill South', 'Desk@Mill.example', head.id);
  const apart = await owing('Mill Apart', 'apart@mill.example', head.id);
  expect(await send()).toBe(2);
  await product.work();
  expect(mails.attempts.filter((address) => /^desk@/i.test(address))).toHaveLength(1);
  const [mail] = mails.receivedFor(desk);
  for (const name of ['Mill Group', 'Mill North', 'Mill South']) {
    expect(mail?.text).toMatch(new RegExp(`INV-${name}   ${name}   EUR 100\\.00`));
    expect(mail?.html).toContain(`>${name}<`);
  }
  expect(mail?.text).not.toContain('Apart');
  for (const { id } of [head, north, south]) {
    const { deliveries, customer, reminderSteps } = await spokenTo(id);
    expect(deliveries.nodes).toEqual([
      {
        state: 'SENT',
        customer: { name: 'Mill Group' },
        invoices: { nodes: ['Group', 'North', 'South'].map((name) => ({ number: `INV-Mill ${name}` })) },
      },
    ]);
    expect(customer.timeline.nodes).toHaveLength(1);
    expect(reminderSteps.nodes).toContainEqual({ step: 'T-7', state: 'SENT', reason: null });
  }
  expect((await spokenTo(apart.id)).deliveries.nodes).toEqual([
    { state: 'SENT', customer: { name: 'Mill Apart' }, invoices: { nodes: [{ number: 'INV-Mill Apart' }] } },
  ]);
  expect(await send()).toBe(0);
  const told = receiver.heard.filter(({ type }) => type === 'sent').map(({ data }) => data.invoices);
  expect(told.sort()).toEqual(['Apart', 'Group', 'North', 'South'].map((name) => [`INV-Mill ${name}`]));
});

test('one of them pays between plan and sending: the message does not go, and another speaks of the rest', async () => {
  const desk = 'desk@forge.example';
  const head = await owing('Forge', desk, null);
  const other = await owing('Forge Two', desk, head.id);
  expect(await send()).toBe(1);
  await other.pays('P1', MONDAY, 10_000, { 'INV-Forge Two': 10_000 });
  await product.work();
  await product.work();
  const [mail, ...more] = mails.receivedFor(desk);
  expect(more).toEqual([]);
  expect(mail?.text).toContain('INV-Forge ');
  expect(mail?.text).not.toContain('Forge Two');
  const { reminderSteps } = await spokenTo(other.id);
  expect(reminderSteps.nodes).toContainEqual({ step: 'T-7', state: 'NOT_SENT', reason: 'PAID' });
});

test('an answer rests the reminders of all that the message spoke to; mail that comes back is written to none of them', async () => {
  const desk = 'desk@yard.example';
  const head = await owing('Yard', desk, null);
  const other = await owing('Yard Two', desk, head.id);
  await send();
  await product.work();
  const { messageId = '' } = mails.receivedFor(desk)[0] ?? {};
  const answer = (from: string, text: string, more: string[] = []) =>
    product
      .get(IncomingMails)
      .take(
        Buffer.from(
          [
            `From: ${from}`,
            `Message-ID: <${text.length}@x>`,
            `In-Reply-To: ${messageId}`,
            'Subject: Re',
            ...more,
            '',
            text,
          ].join('\r\n'),
        ),
        'folder',
      );
  expect(await answer(desk, 'We pay on Friday.')).toBe('replied');
  const { reminderPauses } = await product.gql('{ reminderPauses(first: 50) { nodes { reason customer { name } } } }');
  expect(reminderPauses.nodes.filter(({ reason }: { reason: string }) => reason === 'REPLIED')).toEqual(
    expect.arrayContaining([
      { reason: 'REPLIED', customer: { name: 'Yard' } },
      { reason: 'REPLIED', customer: { name: 'Yard Two' } },
    ]),
  );
  // Who has read it ends it for all of them, by one press, and sees whom that is.
  const { incomingMail } = await product.gql(
    '{ incomingMail(filter: { kind: REPLIED }) { nodes { id restingToo customer { id name } } } }',
  );
  const [read] = incomingMail.nodes;
  expect(read).toMatchObject({ restingToo: ['Yard Two'], customer: { name: 'Yard' } });
  const answerRead = () =>
    product.ask('mutation ($input: AnswerReadInput!) { answerRead(input: $input) { pauseId restingToo } }', {
      input: { customerId: read.customer.id, mailId: read.id },
    });
  expect((await answerRead()).data.answerRead).toEqual({ pauseId: null, restingToo: [] });
  expect((await answerRead()).errors?.[0]?.message).toContain('There is no pause that holds because of the answer');
  await product.work();
  expect(receiver.heard.filter(({ type }) => type === 'replied').map(({ data }) => data.customerNumber)).toHaveLength(
    2,
  );
  mails.will('desk@mast.example', 'refuse recipient');
  const mast = await owing('Mast', 'desk@mast.example', null);
  const mastTwo = await owing('Mast Two', 'desk@mast.example', mast.id);
  await send();
  await product.work();
  for (const { id } of [mast, mastTwo]) {
    await ledger.sql.rows(`update invoice set due_on = '2026-12-14' where customer_id = $1`, [id]);
    const { reminderSteps } = await spokenTo(id);
    expect(reminderSteps.nodes).toContainEqual({ step: 'T-7', state: 'NOT_SENT', reason: 'BOUNCED' });
  }
  expect(other.id).toBeGreaterThan(head.id);
});

test('companies that different people of ours look after are written to apart: nobody reads of a customer that is not theirs', async () => {
  const [anna, ben] = [await product.as(PersonRole.SALES), await product.as(PersonRole.SALES)];
  const desk = 'desk@dock.example';
  const head = await owing('Dock', desk, null, { owner_id: anna.personId });
  await owing('Dock Anna', desk, head.id, { owner_id: anna.personId });
  await owing('Dock Ben', desk, head.id, { owner_id: ben.personId });
  await send();
  await product.work();
  expect(mails.receivedFor(desk)).toHaveLength(2);
  const bodies = async (asker: typeof anna) =>
    (await asker.gql('{ deliveries(first: 20) { nodes { text } } }')).deliveries.nodes.map(
      ({ text }: { text: string }) => (text.match(/INV-Dock( Anna| Ben)?/g) ?? []).sort(),
    );
  expect(await bodies(anna)).toEqual([['INV-Dock', 'INV-Dock Anna']]);
  expect(await bodies(ben)).toEqual([['INV-Dock Ben']]);
});

test('whose contact is erased, is erased in the message to the group, once nobody else has the address', async () => {
  const desk = 'ada@pier.example';
  const head = await owing('Pier', desk, null);
  const other = await owing('Pier Two', desk, head.id);
  await send();
  await product.work();
  const erase = async (customerId: number) => {
    const { contacts } = (
      await product.gql('query ($id: ID!) { customer(id: $id) { contacts { nodes { id } } } }', {
        id: customerId,
      })
    ).customer;
    return (
      await product.gql('mutation ($input: ContactInput!) { eraseContactData(input: $input) { messages } }', {
        input: { customerId, contactId: contacts.nodes[0].id },
      })
    ).eraseContactData.messages;
  };
  expect(await erase(other.id)).toBe(0);
  expect(await erase(head.id)).toBe(1);
  const { deliveries } = await spokenTo(other.id);
  expect(JSON.stringify(deliveries)).not.toContain('pier.example');
  const rows = await ledger.sql.rows<{ n: number }>(`select count(*) as n from delivery where body_text like '%Pier%'`);
  expect(rows).toEqual([{ n: 0 }]);
});

test('where the campaign says so, each company gets its own', async () => {
  const { campaigns } = await product.gql('{ campaigns { nodes { groupsTogether } } }');
  expect(campaigns.nodes).toEqual([{ groupsTogether: true }]);
  await ledger.sql.rows(
    `update campaign set document = document || '{"groupsTogether": false}' where state = 'active'`,
  );
  const desk = 'desk@quay.example';
  const head = await owing('Quay', desk, null);
  await owing('Quay Two', desk, head.id);
  await send();
  await product.work();
  expect(mails.receivedFor(desk)).toHaveLength(2);
});
