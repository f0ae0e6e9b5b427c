import { PersonRole } from '../../api/auth/person.entity.js';
import { StoppedClock } from '../../api/shared/clock.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// The work list says “Find a contact”: who has found one types it in, and the reminder goes out.
const clock = new StoppedClock('2026-11-23T10:00:00Z');
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi({ clock });
  ledger = TestLedger.of(product);
  await ledger.sql.rows(`update campaign set document = jsonb_set(document, '{steps}', $1)`, [
    JSON.stringify([
      { key: 'T-7 e-mail', offsetDays: -7, channel: 'email', audience: {} },
      { key: 'T-7 letter', offsetDays: -7, channel: 'letter', audience: {} },
    ]),
  ]);
});
afterAll(() => product.close());

const fields = 'id name email phone postalAddress role';
const asking = (asker: Asker, input: object) =>
  asker.ask(`mutation ($input: KeepContactInput!) { keepContact(input: $input) { ${fields} } }`, { input });
const keep = async (input: object) => {
  const { data, errors } = await asking(product, input);
  expect(errors).toBeUndefined();
  return data.keepContact;
};
const owing = async (name: string) => {
  const customer = await ledger.customer(name, { country: 'GB' });
  await customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
  return String(customer.id);
};
const stepsOf = async (customerId: string) =>
  (
    await product.gql(
      'query ($id: ID!) { reminderSteps(filter: { customerId: $id }) { nodes { step state reason } } }',
      { id: customerId },
    )
  ).reminderSteps.nodes;
const entries = async (contactId: string) =>
  (
    await product.gql(
      'query ($id: String!) { auditEntries(first: 10, filter: { subjectType: "contact", subjectId: $id }) { nodes { action details } } }',
      { id: contactId },
    )
  ).auditEntries.nodes;

test('a reminder that found no contact goes out once somebody typed one in; a letter once there is a postal address', async () => {
  const customerId = await owing('Mill');
  expect(await stepsOf(customerId)).toContainEqual({
    ...{ step: 'T-7 e-mail', state: 'NOT_SENT', reason: 'CONTACT_MISSING' },
  });
  const { id } = await keep({ customerId, name: ' Ms Mill ', email: 'pay@mill.example', role: 'accounts payable' });
  const changed = await keep({
    ...{ customerId, contactId: id, name: 'Ms Mill', email: 'pay@mill.example' },
    postalAddress: ' 3 Mill Lane\nLeeds LS1 4AP ',
  });
  expect(changed).toEqual({
    ...{ id, name: 'Ms Mill', email: 'pay@mill.example', phone: null, role: null },
    postalAddress: '3 Mill Lane\nLeeds LS1 4AP',
  });
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
  const { deliveries } = await product.gql(
    'query ($id: ID!) { deliveries(filter: { customerId: $id }) { nodes { channel to } } }',
    { id: customerId },
  );
  expect(deliveries.nodes).toContainEqual({ channel: 'email', to: 'pay@mill.example' });
  expect(await entries(id)).toEqual([
    { action: 'changed a contact', details: { customerId: Number(customerId), fields: ['postalAddress', 'role'] } },
    { action: 'added a contact', details: { customerId: Number(customerId), fields: ['name', 'email', 'role'] } },
  ]);
});

test.each([
  [{ name: 'Nobody' }, 'Nobody can be reached so: give an e-mail address, a telephone number or a postal address.'],
  [{ name: ' ', email: 'a@b.example' }, 'The name is empty'],
  [{ name: 'Two', email: 'a@b.example\nBcc: x@y.example' }, 'The e-mail address is not one'],
  [{ name: 'Word', phone: 'call me' }, 'The telephone number is not one'],
])('what cannot be a contact is refused with a sentence: %j', async (input, sentence) => {
  const customerId = await owing('Refused');
  const { errors } = await asking(product, { customerId, ...input });
  expect(errors?.[0]?.message).toContain(sentence);
  expect(await ledger.sql.rows('select from contact where customer_id = $1', [customerId])).toEqual([]);
});

test('a sales person keeps the contacts of customers they own and of no others; an auditor of none', async () => {
  const [own, others] = [await owing('Own'), await owing('Others')];
  const sales = await product.as(PersonRole.SALES);
  await ledger.sql.rows('update customer set owner_id = $2 where id = $1', [own, sales.personId]);
  const input = { name: 'Ms Desk', email: 'desk@own.example' };
  expect((await asking(sales, { customerId: own, ...input })).errors).toBeUndefined();
  expect((await asking(sales, { customerId: others, ...input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const auditor = await product.as(PersonRole.AUDITOR);
  expect((await asking(auditor, { customerId: own, ...input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
