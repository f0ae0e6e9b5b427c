import { Keys } from '../../api/auth/keys.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { type Asker, keyHolder } from '../support/asker.js';
import { textOfPdf } from '../support/documents.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// An offer is taken, refused or lost, and that is kept. Whoever takes one becomes a customer on its terms, at once within
// the authority of whoever says so, else when another person approves; the letter says the decision and why.
let product: Product;
let ledger: TestLedger;
let sales: Asker;
let manager: Asker;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  sales = await product.as(PersonRole.SALES);
  manager = await product.as(PersonRole.MANAGER);
});
afterAll(() => product.close());

const young = {
  ...{ companyName: 'Young Ltd', entityType: 'COMPANY', country: 'GB', currency: 'EUR' },
  ...{ contractValueMinor: 1_200_000, monthlyRunMinor: 100_000, termsDaysAsked: 30 },
  ...{ bureauScale: 'creditsafe-100', bureauScore: 45, yearsTrading: 1, judgments: 0 },
};
interface Kept {
  id: string;
  customer: { id: string };
}
async function vet(input: object): Promise<Kept> {
  const { vet } = await sales.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id } } } }',
    { input: { ...young, ...input, keep: true } },
  );
  return vet.decision;
}
const OUTCOME = 'offerOutcome { result note toldBy approvedBy toldAt }';
async function tell(asker: Asker, { id, customer }: Kept, result = 'ACCEPTED', note: string | null = null) {
  const { data, errors } = await asker.ask(
    `mutation ($input: OfferOutcomeInput!) { tellOfferOutcome(input: $input) { decision { ${OUTCOME} } approval { id state summary amount { minor } } } }`,
    { input: { customerId: customer.id, decisionId: id, result, note } },
  );
  return { code: errors?.[0]?.extensions.code, ...data?.tellOfferOutcome };
}
const CUSTOMER = `stage termsDays creditLimit { minor currency } agreement { agreedOn limit { minor } deposit { minor } termsDays billingPeriodDays reminderLadder reviewOn releaseRule agreedBy approvedBy }
  decisions(sort: DECIDED_ON) { nodes { recommendation { limit { minor } deposit { minor } termsDays reviewOn } } }`;
const customerOf = async ({ customer }: Kept) =>
  (await product.gql(`{ customer(id: "${customer.id}") { ${CUSTOMER} } }`)).customer;
const work = async (asOf: string) =>
  (
    await product.gql(
      `{ workList(first: 50, asOf: "${asOf}") { nodes { kind reason amount { minor } customer { id } } } }`,
    )
  ).workList.nodes;

test('whoever takes the offer is a customer at once: limit, terms, review and the deposit to be invoiced', async () => {
  const kept = await vet({ companyName: 'Small Step Ltd', contractValueMinor: 240_000, monthlyRunMinor: 20_000 });
  const before = await customerOf(kept);
  expect([before.stage, before.agreement]).toEqual(['PROSPECT', null]);
  expect(await tell(sales, kept)).toMatchObject({
    approval: null,
    decision: { offerOutcome: { result: 'ACCEPTED', toldBy: expect.stringMatching(/^Sales/), approvedBy: null } },
  });
  const after = await customerOf(kept);
  const [{ recommendation: of }] = after.decisions.nodes;
  expect(of.deposit.minor).toBeGreaterThan(0);
  expect(after).toMatchObject({
    stage: 'ACTIVE',
    termsDays: of.termsDays,
    creditLimit: { minor: of.limit.minor, currency: 'EUR' },
    agreement: {
      agreedOn: '2026-11-22',
      limit: of.limit,
      deposit: of.deposit,
      reminderLadder: 'usual',
      reviewOn: of.reviewOn,
    },
  });
  const mine = (nodes: { customer: { id: string } }[]) =>
    nodes.filter(({ customer }) => customer.id === kept.customer.id);
  expect(mine(await work('2026-11-22'))).toMatchObject([
    {
      kind: 'INVOICE_DEPOSIT',
      amount: of.deposit,
      reason: expect.stringMatching(/^A deposit of EUR .* was agreed on 22 Nov 2026, and it is not there/),
    },
  ]);
  await ledger.sql.rows('update customer set deposit_held_minor = $2 where id = $1', [
    kept.customer.id,
    of.deposit.minor,
  ]);
  await ledger.rate('SEK', 0.1);
  expect(mine(await work('2026-11-22'))).toEqual([]);
  expect(mine(await work(of.reviewOn))).toMatchObject([{ kind: 'REVIEW_TERMS', amount: of.limit }]);
  expect(await tell(sales, kept, 'LOST')).toMatchObject({ code: 'OUTCOME_TOLD' });
});

test('above the authority of whoever says so it waits for another person, and nothing is done before', async () => {
  const kept = await vet({
    companyName: 'Large Step Ltd',
    bureauScore: 90,
    yearsTrading: 12,
    monthlyRunMinor: 1_000_000,
    contractValueMinor: 12_000_000,
  });
  const { approval } = await tell(sales, kept);
  expect(approval).toMatchObject({
    state: 'WAITING',
    summary: expect.stringMatching(/^Take Large Step Ltd on as a customer: limit EUR [\d,.]+, net \d+, /),
  });
  expect((await customerOf(kept)).stage).toBe('PROSPECT');
  const approve = (asker: Asker) =>
    asker.ask(`mutation { approve(input: { approvalId: "${approval.id}" }) { state } }`);
  expect((await approve(sales)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await approve(manager)).data.approve.state).toBe('APPROVED');
  expect(await customerOf(kept)).toMatchObject({
    stage: 'ACTIVE',
    agreement: { agreedBy: expect.stringMatching(/^Sales/), approvedBy: expect.stringMatching(/^Manager/) },
  });
});

test('an earlier yes is none after a later no', async () => {
  const small = { companyName: 'Second Thoughts Ltd', contractValueMinor: 240_000, monthlyRunMinor: 20_000 };
  const yes = await vet(small);
  await vet({ ...small, insolvent: true });
  expect(await tell(sales, yes)).toMatchObject({ code: 'DECIDED_SINCE' });
  expect((await customerOf(yes)).stage).toBe('PROSPECT');
});

test('a key takes nobody on, and learns nothing of a decision it did not make', async () => {
  const { key } = await product.get(Keys).make({ name: 'CRM', permissions: ['decisions.vet'], validDays: 1 });
  const crm = keyHolder(product.url, key);
  const small = { contractValueMinor: 240_000, monthlyRunMinor: 20_000, keep: true };
  const { vet: made } = await crm.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id } } } }',
    { input: { ...young, ...small, companyName: 'Of the CRM Ltd' } },
  );
  expect(await tell(crm, made.decision)).toMatchObject({ code: 'FORBIDDEN' });
  expect((await customerOf(made.decision)).stage).toBe('PROSPECT');
  expect(await tell(crm, made.decision, 'LOST')).toMatchObject({ decision: { offerOutcome: { result: 'LOST' } } });
  const others = await vet({ companyName: 'Of Sales Ltd', contractValueMinor: 240_000, monthlyRunMinor: 20_000 });
  expect(await tell(crm, others, 'LOST')).toMatchObject({ code: 'FORBIDDEN' });
});

test('whoever says what the customer’s currency is worth does not say alone what limit it is given', async () => {
  await ledger.rate('USD', 0.9);
  const inDollars = { currency: 'USD', contractValueMinor: 240_000, monthlyRunMinor: 20_000 };
  const kept = await vet({ ...inDollars, companyName: 'Of Pounds Ltd' });
  await ledger.sql.rows(`update customer set currency = 'GBP' where id = $1`, [kept.customer.id]);
  const finance = await product.as(PersonRole.FINANCE);
  await finance.gql(
    'mutation { setExchangeRate(input: { currency: "GBP", validOn: "2026-11-22", rate: 0.0001, source: "me" }) { rate } }',
  );
  expect(await tell(finance, kept)).toMatchObject({ approval: { state: 'WAITING', amount: null } });
});

test('what fails half-way leaves nothing: an offer that is over makes no customer', async () => {
  const kept = await vet({ companyName: 'Too Late Ltd', contractValueMinor: 240_000, monthlyRunMinor: 20_000 });
  await ledger.sql.rows(
    `update decision set recommendation = recommendation || '{"validUntil": "2026-11-21"}' where id = $1`,
    [kept.id],
  );
  expect(await tell(sales, kept)).toMatchObject({ code: 'OFFER_OVER' });
  expect(await customerOf(kept)).toMatchObject({ stage: 'PROSPECT', agreement: null });
});

test('declined and lost are kept with what was said, and counted by deposit beside what was assumed', async () => {
  await tell(sales, await vet({ companyName: 'No Thanks Ltd' }), 'DECLINED', 'Others ask for no deposit.');
  await tell(sales, await vet({ companyName: 'Gone Elsewhere Ltd' }), 'LOST');
  const { acceptanceByDeposit } = await product.gql('{ acceptanceByDeposit { above upTo offers accepted assumed } }');
  const all = acceptanceByDeposit as { upTo: number; offers: number; accepted: number; assumed: number | null }[];
  expect(all.map(({ upTo }) => upTo)).toEqual([0, 0.1, 0.25, 0.5, 1]);
  expect(all.reduce((sum, { offers }) => sum + offers, 0)).toBe(5);
  expect(all.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2);
  for (const { offers, assumed } of all) expect(assumed === null).toBe(offers === 0);
  expect(await tell(sales, await vet({ companyName: 'Broke Ltd', insolvent: true }))).toMatchObject({
    code: 'NO_OFFER',
  });
});

test('a referral is decided by a person: approved with the approval of another, or declined at once', async () => {
  const referred = await vet({ companyName: 'Sole Trader', entityType: 'SOLE_TRADER', bureauScore: 5, judgments: 3 });
  const decide = (outcome: string, asker: Asker) =>
    asker.ask(
      'mutation ($input: OverrideInput!) { overrideDecline(input: $input) { approval { id summary } decision { outcome override { outcome reason } } } }',
      {
        input: {
          customerId: referred.customer.id,
          decisionId: referred.id,
          outcome,
          ground: 'SECURED',
          reason: 'Its bank answers for it.',
        },
      },
    );
  const finance = await product.as(PersonRole.FINANCE);
  const asked = (await decide('APPROVE_WITH_CONDITIONS', finance)).data.overrideDecline;
  expect(asked).toMatchObject({
    decision: { outcome: 'REFER' },
    approval: { summary: expect.stringMatching(/^Decide what was referred of Sole Trader/) },
  });
  expect((await decide('DECLINE', finance)).data.overrideDecline).toMatchObject({
    approval: null,
    decision: { outcome: 'DECLINE', override: { outcome: 'DECLINE', reason: 'Its bank answers for it.' } },
  });
  expect(
    (await manager.ask(`mutation { approve(input: { approvalId: "${asked.approval.id}" }) { state } }`)).errors?.[0]
      ?.extensions.code,
  ).toBe('ALREADY_OVERRIDDEN');
});

const letter = async ({ id, customer }: Kept, ending: string, asker: Asker = product) =>
  asker.fetch(`/decisions/${customer.id}/${id}/letter.${ending}`);

test('the letter says the decision, the specific reasons and the terms; the PDF says the same figures', async () => {
  const kept = await vet({ companyName: 'Łódź Papier Ltd' });
  const [{ recommendation: of }] = (await customerOf(kept)).decisions.nodes;
  const text = await (await letter(kept, 'txt')).text();
  expect(text).toContain('Łódź Papier Ltd');
  expect(text).toContain('- In business for a year.');
  const euros = (minor: number) => `EUR ${(minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;
  for (const figure of [
    `Limit: ${euros(of.limit.minor)}`,
    `Deposit: ${euros(of.deposit.minor)}`,
    `${of.termsDays} days from the date of the invoice`,
  ])
    expect(text).toContain(figure);
  expect(text).not.toContain('review');
  const pdf = (await textOfPdf(new Uint8Array(await (await letter(kept, 'pdf')).arrayBuffer()))).replace(/\s+/g, ' ');
  for (const line of [`Limit: ${euros(of.limit.minor)}`, `Deposit: ${euros(of.deposit.minor)}`, 'Łódź Papier Ltd'])
    expect(pdf).toContain(line);
});

test('a decline names its reasons and no terms; a natural person is told the way to a review', async () => {
  const declined = await (await letter(await vet({ companyName: 'Broke Again Ltd', insolvent: true }), 'txt')).text();
  expect(declined).toMatch(/cannot supply you on credit/);
  expect(declined).toMatch(/The principal reasons are:\n- .*insolvency/i);
  expect(declined).not.toMatch(/Limit:|Deposit:/);
  const sole = await vet({
    companyName: 'Another Sole Trader',
    entityType: 'SOLE_TRADER',
    bureauScore: 5,
    judgments: 3,
  });
  expect(await (await letter(sole, 'txt')).text()).toMatch(/You may ask that a person reviews the decision/);
  expect((await letter({ ...sole, id: '999999' }, 'txt')).status).toBe(404);
  expect((await letter(sole, 'pdf', await product.as(PersonRole.ADMIN))).status).toBe(403);
});

test('reading the letter is written down as a reading of the credit check it stands on', async () => {
  const kept = await vet({ companyName: 'Read Ltd' });
  const entries = async () =>
    (await product.gql('{ auditEntries(filter: { action: "read credit checks" }) { totalCount } }')).auditEntries
      .totalCount;
  const before = await entries();
  await letter(kept, 'txt');
  expect(await entries()).toBe(before + 1);
});
