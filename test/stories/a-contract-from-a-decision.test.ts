import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { textOfDocx, textOfPdf } from '../support/documents.js';
import { type Product, startApi } from '../support/product.js';

// A recommendation is worth what was agreed: its figures stand in the clauses, and later acts look at what was signed.
let product: Product;
let sales: Asker;
let manager: Asker;
beforeAll(async () => {
  product = await startApi();
  [sales, manager] = [await product.as(PersonRole.SALES), await product.as(PersonRole.MANAGER)];
});
afterAll(() => product.close());

interface Kept {
  id: string;
  customer: { id: string };
  recommendation: {
    outcome: string;
    deposit: { minor: number };
    limit: { minor: number };
    depositShare: number;
    termsDays: number;
    billingPeriodDays: number;
  };
}
/** A young company with little to show, and a middling credit check, is asked for a deposit. */
async function vet(companyName: string, changed: object = {}): Promise<Kept> {
  const { vet } = await sales.gql(
    `mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id }
       recommendation { outcome termsDays billingPeriodDays depositShare deposit { minor } limit { minor } } } } }`,
    {
      input: {
        ...{ companyName, entityType: 'COMPANY', country: 'GB', currency: 'GBP', contractValueMinor: 1_200_000 },
        ...{ monthlyRunMinor: 100_000, termsDaysAsked: 30, yearsTrading: 2, netWorthMinor: 5_000_000 },
        ...{ bureauScale: 'creditsafe-100', bureauScore: 40 },
        ...{ workingCapitalMinor: 2_000_000, keep: true, ...changed },
      },
    },
  );
  return vet.decision;
}

const PROPOSAL = `query ($customerId: ID!, $decisionId: ID!, $country: String, $suppliesGoods: Boolean) {
  contractProposal(customerId: $customerId, decisionId: $decisionId, country: $country, suppliesGoods: $suppliesGoods) {
    supplier country note clauses { key title text country because } } }`;
const proposal = async ({ id, customer }: Kept, more: object = {}) =>
  (await sales.gql(PROPOSAL, { customerId: customer.id, decisionId: id, ...more })).contractProposal;

const CONTRACT = 'id drawnUpOn drawnUpBy signedOn clauses { key title text }';
async function drawUp(kept: Kept, clauses: string[], asker = sales, supplier = 'Čedok & Øberg Ltd') {
  const { data, errors } = await asker.ask(
    `mutation ($input: DrawUpContractInput!) { drawUpContract(input: $input) { ${CONTRACT} } }`,
    { input: { customerId: kept.customer.id, decisionId: kept.id, supplier, clauses } },
  );
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, ...data?.drawUpContract };
}
async function sign(kept: Kept, contractId: string, signedOn = '2026-11-22') {
  const { data, errors } = await sales.ask(
    `mutation ($input: SignedContractInput!) { contractSigned(input: $input) { signedOn signedToldBy } }`,
    { input: { customerId: kept.customer.id, contractId, signedOn } },
  );
  return { code: errors?.[0]?.extensions.code, ...data?.contractSigned };
}
const cover = async ({ customer }: Kept, act: string) =>
  (await manager.gql(`{ customer(id: "${customer.id}") { contractCover(act: ${act}) { isCovered sentence } } }`))
    .customer.contractCover;
const keys = (of: { clauses: { key: string }[] }) => of.clauses.map(({ key }) => key);

test('the clauses that the recommendation needs are proposed with its figures, each with the reason', async () => {
  const kept = await vet('Birch & Daughters');
  expect(kept.recommendation.outcome).toBe('APPROVE_WITH_CONDITIONS');
  const { clauses, note, country } = await proposal(kept);
  expect(keys({ clauses })).toEqual([
    ...['PRICE_AND_PAYMENT', 'DEPOSIT', 'LATE_PAYMENT', 'SUSPENSION'],
    ...['DISPUTES', 'MEDIATION', 'CREDIT_REPORTING', 'TERMINATION'],
  ]);
  const deposit = clauses[1];
  const amount = `GBP ${(kept.recommendation.deposit.minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;
  expect(deposit.text).toContain(`Birch & Daughters pays a deposit of ${amount}, which is `);
  expect(deposit.because).toBe('A deposit is recommended.');
  expect(clauses[0].text).toContain('GBP 12,000.00');
  expect(clauses[0].text).toContain(`within ${kept.recommendation.termsDays} days of its date`);
  expect([country, note]).toEqual(['GB', expect.stringContaining('Have a lawyer of the country read the library')]);
  expect(clauses.map(({ text }: { text: string }) => text).join()).not.toMatch(/[{}]|undefined|null|NaN/);
});

test('interest is that of the country, and goods bring retention of title', async () => {
  const kept = await vet('Alder Imports');
  const of = async (country: string, key: string) =>
    (await proposal(kept, { country, suppliesGoods: true })).clauses.find(
      (clause: { key: string }) => clause.key === key,
    );
  expect((await of('GB', 'LATE_PAYMENT')).text).toContain('8 percentage points a year above the official dealing rate');
  expect((await of('DE', 'LATE_PAYMENT')).text).toContain('9 percentage points a year above the base rate');
  expect((await of('US', 'RETENTION_OF_TITLE')).title).toBe('Security interest');
  expect(await of('FR', 'LATE_PAYMENT')).toMatchObject({ country: null });
  expect((await of('FR', 'LATE_PAYMENT')).text).toContain('owes simple interest of 8 per cent a year');
  expect((await of('IE', 'LATE_PAYMENT')).text).toContain('(10.15 per cent a year for what falls due now)');
  // What nobody has seen printed is told to whoever draws the contract up.
  expect((await proposal(kept, { country: 'IE' })).note).toContain(
    'See that the reference rate of 2.15 per cent in the clause on late payment is right: it is that of 1 Jan 2026, and none is known for this half-year; it is told from memory.',
  );
  expect((await proposal(kept, { country: 'GB' })).note).toContain(
    '3.75 per cent in the clause on late payment is right: it is told at second hand.',
  );
  expect((await proposal(kept, { country: 'DE' })).note).not.toContain('reference rate');
});

test('a sole trader is not threatened with credit reporting', async () => {
  const kept = await vet('Rowan Hill', { entityType: 'SOLE_TRADER' });
  expect(keys(await proposal(kept))).not.toContain('CREDIT_REPORTING');
});

test('the contract reads the same as text, PDF and Word file, with every figure and letter', async () => {
  const kept = await vet('Łódź Tools');
  const drawn = await drawUp(kept, ['PRICE_AND_PAYMENT', 'DEPOSIT', 'TERMINATION']);
  expect(drawn).toMatchObject({ drawnUpOn: '2026-11-22', signedOn: null });
  const file = async (ending: string) => {
    const response = await sales.fetch(`/contracts/${kept.customer.id}/${drawn.id}/contract.${ending}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="contract-${drawn.id}.${ending}"`);
    return Buffer.from(await response.arrayBuffer());
  };
  const words = (text: string) => text.replace(/\s+/g, ' ');
  const texts = [
    (await file('txt')).toString(),
    await textOfPdf(await file('pdf')),
    await textOfDocx(await file('docx')),
  ].map(words);
  for (const text of texts) {
    expect(text).toContain('between Čedok & Øberg Ltd and Łódź Tools');
    expect(text).toContain('1. Price and payment');
    for (const clause of drawn.clauses) expect(text).toContain(words(clause.text));
  }
});

test('limit, deposit, terms and days are those of the decision and its policy, in each of the three files', async () => {
  const kept = await vet('Hawthorn & Sons');
  const { deposit, limit, depositShare, termsDays, billingPeriodDays } = kept.recommendation;
  // What holds for decisions to come changes nothing in what was offered.
  const finance = await product.as(PersonRole.FINANCE);
  const another = [
    ['daysToHold', 20],
    ['noticeDays', 3],
    ['releaseInvoices', 12],
    ['releaseDaysLate', 1],
    ['restoreDays', 5],
    ['disputeDays', 10],
    ['interest', 0.2],
  ].map(([key, value]) => ({ key, value, source: 'Agreed in November.' }));
  await finance.gql('mutation ($input: DraftPolicyInput!) { draftPolicy(input: $input) { version } }', {
    input: { settings: another, reason: 'We hold sooner.' },
  });
  const { activatePolicy } = await finance.gql('mutation { activatePolicy { approval { id } } }');
  await manager.gql(`mutation { approve(input: { approvalId: "${activatePolicy.approval.id}" }) { state } }`);

  const later = await proposal(await vet('Hawthorn & Daughters'), { country: 'FR' });
  const said = later.clauses.map(({ text }: { text: string }) => text).join(' ');
  for (const figure of ['interest of 20 per cent a year', 'within 10 days of receiving', 'deposit within 5 days'])
    expect(said).toContain(figure);

  const { id } = await drawUp(
    kept,
    ['PRICE_AND_PAYMENT', 'DEPOSIT', 'LATE_PAYMENT', 'SUSPENSION', 'DISPUTES', 'CREDIT_REPORTING'],
    sales,
    'Øberg Ltd',
  );
  const pounds = (minor: number) =>
    `GBP ${(minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  expect([limit.minor > 0, deposit.minor > 0, termsDays > 0]).toEqual([true, true, true]);
  for (const [ending, read] of [
    ['txt', async (file: Buffer) => file.toString()],
    ['pdf', textOfPdf],
    ['docx', textOfDocx],
  ] as const) {
    const response = await sales.fetch(`/contracts/${kept.customer.id}/${id}/contract.${ending}`);
    const text = (await read(Buffer.from(await response.arrayBuffer()))).replace(/\s+/g, ' ');
    for (const sentence of [
      'The price of what Øberg Ltd supplies under this contract is GBP 12,000.00.',
      `sends an invoice every ${billingPeriodDays} days`,
      `pays each invoice in full within ${termsDays} days of its date`,
      `pays a deposit of ${pounds(deposit.minor)}, which is ${Math.round(depositShare * 1000) / 10} per cent of the price`,
      'then restores the deposit within 14 days',
      '8 percentage points a year above the official dealing rate of the Bank of England (11.75 per cent a year for what falls due now)',
      'in writing within 30 days of receiving an invoice',
      'in writing and waits 14 days;',
      'when 6 invoices in a row were paid on average no more than 3 days late',
      `more than 45 days past due, or what Hawthorn & Sons owes goes beyond ${pounds(limit.minor)}, Øberg Ltd may stop supplying after 7 days’ notice`,
    ])
      expect([ending, text]).toEqual([ending, expect.stringContaining(sentence)]);
  }
});

test('a right that the signed contract does not give is flagged before it is used', async () => {
  const kept = await vet('Hazel Holdings');
  expect(await cover(kept, 'STOP_SUPPLY')).toEqual({
    isCovered: false,
    sentence:
      'No signed contract is on file, so nothing here says that we may stop supply. See what was agreed before you do.',
  });
  const { id } = await drawUp(kept, ['PRICE_AND_PAYMENT', 'SUSPENSION']);
  expect((await cover(kept, 'STOP_SUPPLY')).isCovered).toBe(false); // drawn up is not signed
  expect(await sign(kept, id)).toMatchObject({ signedOn: '2026-11-22' });
  expect(await cover(kept, 'STOP_SUPPLY')).toEqual({
    isCovered: true,
    sentence: 'The contract signed on 22 Nov 2026 lets us stop supply: “Suspension of supply”.',
  });
  expect(await cover(kept, 'REPORT')).toMatchObject({ isCovered: false });
  expect(await sign(kept, id)).toMatchObject({ code: 'ALREADY_SIGNED' });
});

test('a contract is signed between the day it was drawn up and today', async () => {
  const kept = await vet('Aspen Works');
  const { id } = await drawUp(kept, ['PRICE_AND_PAYMENT']);
  expect(await sign(kept, id, '2026-11-21')).toMatchObject({ code: 'SIGNED_ON_THAT_DAY' });
  expect(await sign(kept, id, '2026-11-23')).toMatchObject({ code: 'SIGNED_ON_THAT_DAY' });
});

test('nothing is agreed on with whom we decline', async () => {
  const declined = await vet('Insolvent Ivy', { insolvent: true });
  expect(await drawUp(declined, ['PRICE_AND_PAYMENT'])).toMatchObject({ code: 'NOTHING_TO_AGREE' });
});

test('a manager sets new words from a day on; contracts drawn up before keep theirs', async () => {
  const kept = await vet('Maple Mills');
  const before = await drawUp(kept, ['MEDIATION']);
  const set = (asker: Asker, body: string) =>
    asker.ask(`mutation ($input: ClauseInput!) { setClause(input: $input) { key country setBy validOn } }`, {
      input: {
        ...{ key: 'MEDIATION', country: 'GB', title: 'Mediation', body, sureness: 'PUBLISHED' },
        source: 'our lawyers, 20 November 2026',
      },
    });
  expect((await set(sales, 'A mediator helps {customer}.')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await set(manager, 'A mediator helps {client}.')).errors?.[0]).toMatchObject({
    message: expect.stringMatching(/^There is no field \{client\}/),
  });
  expect((await set(manager, 'A mediator helps {customer}.')).data.setClause).toMatchObject({ validOn: '2026-11-22' });
  expect((await drawUp(kept, ['MEDIATION'])).clauses[0].text).toBe('A mediator helps Maple Mills.');
  const { customer } = await manager.gql(
    `{ customer(id: "${kept.customer.id}") { contracts { totalCount nodes { id clauses { text } } } } }`,
  );
  expect(customer.contracts.totalCount).toBe(2);
  expect(customer.contracts.nodes.find(({ id }: { id: string }) => id === before.id).clauses).toEqual([
    { text: before.clauses[0].text },
  ]);
});

test('another sales person neither sees the contract nor its file', async () => {
  const kept = await vet('Willow Ways');
  const { id } = await drawUp(kept, ['PRICE_AND_PAYMENT']);
  const other = await product.as(PersonRole.SALES);
  expect((await other.fetch(`/contracts/${kept.customer.id}/${id}/contract.pdf`)).status).toBe(404);
  expect(await drawUp(kept, ['PRICE_AND_PAYMENT'], other)).toMatchObject({ code: 'NOT_FOUND' });
  expect((await product.fetch(`/contracts/${kept.customer.id}/999/contract.pdf`)).status).not.toBe(200);
});
