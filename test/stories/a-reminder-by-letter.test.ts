import { Jobs } from '../../api/jobs/jobs.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { textOfPdf } from '../support/documents.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Letters of a day are printed as one file and posted by a person; without a gateway a text message stays here.
const clock = new StoppedClock('2026-11-23T10:00:00Z');
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  product = await startApi({ clock });
  ledger = TestLedger.of(product);
  await steps({ key: 'T-7 letter', offsetDays: -7, channel: 'letter', audience: {} });
});
afterAll(() => product.close());

const ADDRESS = '3 Mill Lane\nLeeds LS1 4AP';
const steps = (...of: object[]) =>
  ledger.sql.rows(`update campaign set document = jsonb_set(document, '{steps}', $1)`, [JSON.stringify(of)]);
async function owing(name: string, contact: Record<string, unknown>, country = 'GB') {
  const customer = await ledger.customer(name, { country });
  await ledger.insert('contact', { customer_id: customer.id, name: `Ms ${name}`, ...contact });
  return customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
}
const send = () => product.gql('mutation { sendReminders(input: {}) { queued } }');
const states = async (customerId: number) =>
  (
    await product.gql('query ($id: ID!) { deliveries(filter: { customerId: $id }) { nodes { state } } }', {
      id: customerId,
    })
  ).deliveries.nodes.map(({ state }: { state: string }) => state);
const toDo = async () => (await product.gql('{ reminderLetters { on toPrint toPost } }')).reminderLetters;
const print = (on = '2026-11-23') =>
  product.ask('mutation ($on: Day!) { printLetters(input: { on: $on }) { on toPrint toPost } }', { on });
const post = (werePosted: boolean) =>
  product.ask(
    'mutation ($w: Boolean!) { postLetters(input: { on: "2026-11-23", werePosted: $w }) { on toPrint toPost } }',
    {
      w: werePosted,
    },
  );
const file = () => product.fetch('/reminder-letters/2026-11-23/letters.pdf');

test('letters wait to be printed; who has no postal address gets none, and it says so', async () => {
  const mill = await owing('Mill', { postal_address: ADDRESS });
  const bakery = await owing('Bäckerei', { postal_address: 'Am Markt 1\n04109 Leipzig' }, 'DE');
  const lost = await owing('Lost', { email: 'lost@customer.example' });
  await send();
  await product.work();
  expect(await toDo()).toEqual({ on: '2026-11-23', toPrint: 2, toPost: 0 });
  expect([await states(mill.id), await states(bakery.id), await states(lost.id)]).toEqual([['QUEUED'], ['QUEUED'], []]);
  const { reminderSteps } = await product.gql(
    'query ($id: ID!) { reminderSteps(filter: { customerId: $id }) { nodes { reason sentence } } }',
    { id: lost.id },
  );
  expect(reminderSteps.nodes).toEqual([
    { reason: 'CONTACT_MISSING', sentence: 'Lost has no postal address: add a contact with one.' },
  ]);
  expect((await file()).status).toBe(404);
});

test('stopped sending stops letters; what was paid meanwhile is not printed', async () => {
  const stop = (isStopped: boolean) =>
    product.gql(
      'mutation ($s: Boolean!) { setReminderSending(input: { isStopped: $s, isAutomatic: false }) { isStopped } }',
      {
        s: isStopped,
      },
    );
  await stop(true);
  expect((await print()).errors?.[0]).toMatchObject({ extensions: { code: 'SENDING_IS_STOPPED' } });
  await stop(false);
  const paid = await owing('Paid', { postal_address: ADDRESS });
  await send();
  await paid.pays('P1', '2026-11-23', 10_000, { 'INV-Paid': 10_000 });
  expect((await print()).data.printLetters).toEqual({ on: '2026-11-23', toPrint: 0, toPost: 2 });
  expect(await states(paid.id)).toEqual(['CANCELLED']);
  expect((await print()).errors?.[0]).toMatchObject({ extensions: { code: 'NO_LETTERS_TO_PRINT' } });
});

test('the letters of the day are one PDF, each on its page, in the language of the customer', async () => {
  const answer = await file();
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  const words = (await textOfPdf(bytes)).replace(/\s+/g, ' ');
  expect(words).toContain('Accounts receivable accounts@goodstanding.example'); // whom an answer reaches
  expect(words).toContain('Am Markt 1 04109 Leipzig');
  const { deliveries } = await product.gql('{ deliveries(filter: { state: SENDING }) { nodes { to text channel } } }');
  const [german] = deliveries.nodes.filter(({ to }: { to: string }) => to.includes('Leipzig'));
  expect(german).toMatchObject({ channel: 'letter', to: 'Am Markt 1\n04109 Leipzig' });
  expect(german.text).toMatch(/eine freundliche Erinnerung vorab/);
});

test('printed letters are no message in doubt after a while: only a person knows, and nothing prints them again', async () => {
  clock.moveTo('2026-11-23T12:00:00Z');
  await product.get(Jobs).enqueue(null, 'deliveries-in-doubt', {});
  await product.work();
  await send();
  await product.work();
  expect(await toDo()).toEqual({ on: '2026-11-23', toPrint: 0, toPost: 2 });
});

test('that the printer jammed brings them back; once they are posted they are sent, once', async () => {
  expect((await post(false)).data.postLetters).toEqual({ on: '2026-11-23', toPrint: 2, toPost: 0 });
  await print();
  expect((await post(true)).data.postLetters).toEqual({ on: null, toPrint: 0, toPost: 0 });
  expect((await post(true)).errors?.[0]).toMatchObject({ extensions: { code: 'NO_LETTERS_TO_POST' } });
  const { deliveries } = await product.gql('{ deliveries(filter: { state: SENT }) { totalCount } }');
  expect(deliveries.totalCount).toBe(2);
  const acts = await ledger.sql.rows<{ action: string }>(
    `select action from audit_entry where action like '%letters%' order by id`,
  );
  expect(acts.map(({ action }) => action)).toEqual([
    'printed letters',
    'did not post letters',
    'printed letters',
    'posted letters',
  ]);
});

test('no more are printed in an hour than the campaign sends', async () => {
  clock.moveTo('2026-11-23T14:00:00Z');
  await ledger.sql.rows(`update campaign set document = document || '{"mostPerHour": 1}'`);
  for (const name of ['One', 'Two']) await owing(name, { postal_address: `${name} Road 1` });
  await send();
  expect((await print()).data.printLetters).toEqual({ on: '2026-11-23', toPrint: 1, toPost: 1 });
  expect((await print()).errors?.[0]).toMatchObject({ extensions: { code: 'ENOUGH_FOR_THIS_HOUR' } });
});

test('without a gateway a text message stays in the mailbox page: nothing leaves a fresh machine by accident', async () => {
  await steps({ key: 'T-7 text', offsetDays: -7, channel: 'sms', audience: {} });
  const customer = await owing('Texted', { phone: '+44 7400 123456' });
  await send();
  await product.work();
  expect(await states(customer.id)).toEqual(['SENT']);
  const { mailbox } = await product.gql('{ mailbox { nodes { to subject text } } }');
  expect(mailbox.nodes).toEqual([
    {
      to: '+44 7400 123456',
      subject: 'Text message',
      text: expect.stringMatching(/invoice INV-Texted over EUR 100\.00/),
    },
  ]);
});
