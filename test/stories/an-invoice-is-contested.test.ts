import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A contested invoice is not reminded of and stops no supply; that is said by finance, with what is contested.
let product: Product;
let finance: Asker;
let customerId: string;
let invoiceId: string;
let paidId: string;
beforeAll(async () => {
  product = await startApi();
  finance = await product.as(PersonRole.FINANCE);
  const mill = await (await TestLedger.of(product).customer('Mill')).contact('pay@mill.example');
  await mill.invoice('DUE', { issued: '2026-10-30', due: '2026-11-30', minor: 50_000 });
  await mill.invoice('PAID', { issued: '2026-09-01', due: '2026-10-01', minor: 10_000 });
  await mill.pays('P1', '2026-10-01', 10_000, { PAID: 10_000 });
  [customerId, invoiceId, paidId] = [mill.id, mill.invoiceId('DUE'), mill.invoiceId('PAID')].map(String) as [
    string,
    string,
    string,
  ];
});
afterAll(() => product.close());

const set = async (asker: Asker, isDisputed: boolean, more: Record<string, unknown> = {}) => {
  const { data, errors } = await asker.ask(
    'mutation ($input: DisputeInput!) { setDispute(input: $input) { number isDisputed } }',
    { input: { customerId, invoiceId, isDisputed, reason: 'Two of ten pallets were broken.', ...more } },
  );
  return data?.setDispute ?? errors?.[0]?.extensions.code;
};
const reminded = async () => {
  const { reminderPlan } = await product.gql(
    '{ reminderPlan(on: "2026-11-23") { messages { totalCount } leftOut { nodes { reason invoice { number } } } } }',
  );
  return [reminderPlan.messages.totalCount, ...reminderPlan.leftOut.nodes.map((row: { reason: string }) => row.reason)];
};

test('contested, nobody reminds of it, and the customer is scored anew; settled, all is as it was', async () => {
  expect(await reminded()).toEqual([1]);
  expect(await set(finance, true)).toEqual({ number: 'DUE', isDisputed: true });
  expect(await reminded()).toEqual([0, 'DISPUTED']);
  expect(await set(finance, true)).toEqual({ number: 'DUE', isDisputed: true }); // said twice is said once
  expect(await set(finance, false, { reason: 'Credited the two.' })).toEqual({ number: 'DUE', isDisputed: false });
  expect(await reminded()).toEqual([1]);
  const { auditEntries } = await product.gql(
    `{ auditEntries(filter: { subjectType: "customer", subjectId: "${customerId}" }, direction: ASC) { nodes { actor action reason before after details } } }`,
  );
  const of = (action: string, reason: string, before: boolean) => ({
    actor: expect.stringMatching(/^Finance </),
    action,
    reason,
    before: { isDisputed: before },
    after: { isDisputed: !before },
    details: { invoice: 'DUE' },
  });
  expect(auditEntries.nodes).toEqual([
    of('opened a dispute', 'Two of ten pallets were broken.', false),
    of('settled a dispute', 'Credited the two.', true),
  ]);
});

test('what is paid cannot be contested, sales say it to finance, and who says nothing of why is asked', async () => {
  expect(await set(finance, true, { invoiceId: paidId })).toBe('NOTHING_TO_DISPUTE');
  expect(await set(await product.as(PersonRole.SALES), true)).toBe('FORBIDDEN');
  expect(await set(finance, true, { reason: ' ' })).toBe('BAD_INPUT');
  expect(await set(finance, true, { invoiceId: '0' })).toBe('NOT_FOUND');
  expect(await set(finance, true, { customerId: '0' })).toBe('NOT_FOUND');
});
