import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { paymentHeader, runImport } from '../support/imports.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// What an invoice leaves open is given up by two people: one asks, another with the authority approves, and the ledger
// has a write-off of that day.
let product: Product;
let finance: Asker;
let otherFinance: Asker;
let manager: Asker;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  [finance, otherFinance, manager] = [
    await product.as(PersonRole.FINANCE),
    await product.as(PersonRole.FINANCE),
    await product.as(PersonRole.MANAGER),
  ];
});
afterAll(() => product.close());

let made = 0;
/** A customer with an invoice of 900.00 of which 300.00 was paid on 1 March. */
async function partPaid(minor = 90_000) {
  const number = `I${++made}`;
  const mill = await ledger.customer(`Mill ${made}`);
  await mill.invoice(number, { issued: '2026-01-01', due: '2026-01-31', minor });
  await mill.pays(`P${made}`, '2026-03-01', 30_000, { [number]: 30_000 });
  return { customerId: mill.id, invoiceId: mill.invoiceId(number), number, mill };
}
type Invoice = Awaited<ReturnType<typeof partPaid>>;

async function writeOff(asker: Asker, { customerId, invoiceId }: Invoice, on?: string) {
  const { data, errors } = await asker.ask(
    `mutation ($input: WriteOffInput!) { writeOffInvoice(input: $input) { invoice { open { minor } settledOn allocations { nodes { on amount { minor } credit { number kind datedOn } } } }
       approval { id action summary reason state amount { minor currency } isMine } } }`,
    { input: { customerId, invoiceId, on, reason: 'The company was dissolved.' } },
  );
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, ...data?.writeOffInvoice };
}
const approve = async (asker: Asker, id: string) => {
  const { data, errors } = await asker.ask(`mutation { approve(input: { approvalId: "${id}" }) { state decidedBy } }`);
  return { code: errors?.[0]?.extensions.code, ...data?.approve };
};
const openOn = async ({ customerId }: Invoice, day: string) =>
  (await product.gql(`{ customer(id: "${customerId}") { balance(asOf: "${day}") { minor } } }`)).customer.balance.minor;

test('nobody writes off alone: until another approves, the invoice is open as it was', async () => {
  const invoice = await partPaid();
  const asked = await writeOff(finance, invoice, '2026-11-20');
  expect(asked).toMatchObject({
    invoice: { open: { minor: 60_000 }, settledOn: null },
    approval: {
      action: 'WRITE_OFF',
      state: 'WAITING',
      isMine: true,
      amount: { minor: 60_000, currency: 'EUR' },
      reason: 'The company was dissolved.',
      summary: `Write off EUR 600.00, what is open of invoice ${invoice.number} of Mill ${made}, on 20 Nov 2026.`,
    },
  });
  expect(await approve(finance, asked.approval.id)).toEqual({ code: 'OWN_REQUEST' });
  expect(await openOn(invoice, '2026-11-22')).toBe(60_000);
  expect(await approve(otherFinance, asked.approval.id)).toMatchObject({ state: 'APPROVED' });
  expect(await openOn(invoice, '2026-11-22')).toBe(0);
});

test('a request whose invoice an import has settled meanwhile no longer waits, and says why', async () => {
  const invoice = await partPaid();
  const { approval } = await writeOff(finance, invoice);
  const other = await partPaid();
  const { approval: still } = await writeOff(finance, other);
  await runImport(product, {
    'payments.csv': `${paymentHeader}${invoice.mill.number},LATE,2026-11-20,600.00,EUR,payment,${invoice.number},600.00\n`,
  });
  const { approvals } = await manager.gql('{ approvals { nodes { id state note } } }');
  const become = (id: string) => approvals.nodes.find((one: { id: string }) => one.id === id);
  expect(become(approval.id)).toMatchObject({
    state: 'WITHDRAWN',
    note: 'An import changed what is open of the invoice. Ask again if anything is still to be written off.',
  });
  expect(become(still.id)).toMatchObject({ state: 'WAITING' });
});

test('it is a write-off of its day: the balance of the day before stays, and the reason is kept', async () => {
  const invoice = await partPaid();
  const { approval } = await writeOff(finance, invoice, '2026-11-20');
  await approve(manager, approval.id);
  expect([await openOn(invoice, '2026-11-19'), await openOn(invoice, '2026-11-20')]).toEqual([60_000, 0]);
  const { invoices } = await product.gql(
    `{ invoices(filter: { customerId: "${invoice.customerId}" }) { nodes { settledOn allocations { nodes { on amount { minor } credit { number kind datedOn } } } } } }`,
  );
  expect(invoices.nodes).toEqual([
    {
      settledOn: '2026-11-20',
      allocations: {
        nodes: [
          expect.objectContaining({ on: '2026-03-01' }),
          {
            on: '2026-11-20',
            amount: { minor: 60_000 },
            credit: { number: `WO-${invoice.number}`, kind: 'WRITE_OFF', datedOn: '2026-11-20' },
          },
        ],
      },
    },
  ]);
  const { auditEntries } = await product.gql(
    `{ auditEntries(filter: { subjectType: "customer", subjectId: "${invoice.customerId}" }, direction: ASC) { nodes { actor action before after reason details } } }`,
  );
  expect(auditEntries.nodes[1]).toEqual({
    actor: expect.stringMatching(/^Manager </),
    action: 'wrote off an invoice',
    before: { openMinor: 60_000 },
    after: { openMinor: 0 },
    reason: 'The company was dissolved.',
    details: {
      ...{ invoice: invoice.number, on: '2026-11-20', currency: 'EUR' },
      approved: expect.objectContaining({
        askedBy: expect.stringMatching(/^Finance </),
        askedFor: 'The company was dissolved.',
        amountMinor: 60_000,
      }),
    },
  });
});

test('above what finance approves, a manager has to', async () => {
  const invoice = await partPaid(530_001);
  const { approval } = await writeOff(finance, invoice);
  expect(await approve(otherFinance, approval.id)).toEqual({ code: 'NOT_ENOUGH_AUTHORITY' });
  expect(await approve(manager, approval.id)).toMatchObject({ state: 'APPROVED' });
});

test('sales may not ask for it, and neither may the auditor', async () => {
  const invoice = await partPaid();
  for (const role of [PersonRole.SALES, PersonRole.AUDITOR, PersonRole.ADMIN])
    expect([role, (await writeOff(await product.as(role), invoice)).code]).toEqual([role, 'FORBIDDEN']);
});

test.each([
  ['after today', '2026-11-23'],
  ['before its last payment', '2026-02-28'],
])('it is not dated %s', async (_what, day) => {
  expect(await writeOff(finance, await partPaid(), day)).toMatchObject({
    code: 'WRITE_OFF_DAY_NOT_POSSIBLE',
    message: `It cannot be written off on ${day}: give a day from 2026-03-01, its last entry, to today, 2026-11-22.`,
  });
});

test('two invoices of one customer may wait at once, the same one not twice', async () => {
  const first = await partPaid();
  await first.mill.invoice('second', { issued: '2026-02-01', due: '2026-03-03', minor: 5_000 });
  expect((await writeOff(finance, first)).approval.state).toBe('WAITING');
  expect((await writeOff(finance, { ...first, invoiceId: first.mill.invoiceId('second') })).approval.state).toBe(
    'WAITING',
  );
  expect(await writeOff(manager, first)).toMatchObject({ code: 'ALREADY_ASKED' });
});

test('what was paid meanwhile is not written off: the one who approves has seen another amount', async () => {
  const invoice = await partPaid();
  const { approval } = await writeOff(finance, invoice);
  await invoice.mill.pays('late', '2026-11-22', 10_000, { [invoice.number]: 10_000 });
  expect(await approve(manager, approval.id)).toEqual({ code: 'OPEN_AMOUNT_CHANGED' });
  expect(await openOn(invoice, '2026-11-22')).toBe(50_000);
});

test('of a settled invoice there is nothing to write off', async () => {
  const invoice = await partPaid(30_000);
  expect(await writeOff(finance, invoice)).toMatchObject({ code: 'NOTHING_OPEN' });
});

test('an installation may let small amounts go alone: authority by role and amount', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  await admin.gql(
    'mutation { setAuthority(input: { action: WRITE_OFF, role: FINANCE, aloneUpTo: 60000, approvesUpTo: 500000 }) { role } }',
  );
  expect(await writeOff(finance, await partPaid())).toMatchObject({ approval: null, invoice: { open: { minor: 0 } } });
  expect(await writeOff(finance, await partPaid(90_001))).toMatchObject({ approval: { state: 'WAITING' } });
});
