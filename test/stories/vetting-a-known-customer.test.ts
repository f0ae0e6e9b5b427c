import { PersonRole } from '../../api/auth/person.entity.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { type Asker, keyHolder } from '../support/asker.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Nine invoices paid three weeks late, and a fair credit check: what we saw and what others say, each by its weight.
let product: Product;
let ledger: TestLedger;
let nine: TestCustomer;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  nine = await invoiced('Nine Invoices Ltd', '00000009', 9);
  await product.get(ScoringService).scoreBook('2026-11-22');
});
afterAll(() => product.close());

/** Monthly invoices, the newest due on 12 November, all paid three weeks late but the newest. */
async function invoiced(name: string, registration_number: string, months: number): Promise<TestCustomer> {
  const customer = await ledger.customer(name, {
    entity_type: 'company',
    registration_number,
    country: 'GB',
    currency: 'EUR',
  });
  for (let i = 0; i < months; i++) {
    const month = String(10 - i).padStart(2, '0');
    const settled = i === 0 ? '2026-11-02' : `2026-${String(11 - i).padStart(2, '0')}-02`;
    await customer.invoice(`I${i}`, { issued: `2026-${month}-01`, due: `2026-${month}-12`, minor: 1_000_00 });
    await customer.pays(`P${i}`, settled, 1_000_00, { [`I${i}`]: 1_000_00 });
  }
  return customer;
}

const asked = {
  companyName: 'Nine Invoices Ltd',
  registrationNumber: '00000009',
  country: 'GB',
  entityType: 'COMPANY',
  currency: 'EUR',
  contractValueMinor: 6_000_000,
  monthlyRunMinor: 500_000,
  termsDaysAsked: 30,
};
const FIELDS = `recommendation { outcome points base grade pd hardRule principalReasons notes reasons { factor points sentence }
  evidence { sentence weightOfOwn weightOfCheck invoices checkAgeDays evidence pdLow pdHigh isTooThin } }
  decision { id customer { id } }`;
const vet = async (input: object, by: Pick<Asker, 'ask'> = product) => {
  const { data, errors } = await by.ask(`mutation ($input: VetInput!) { vet(input: $input) { ${FIELDS} } }`, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.vet;
};
const typeIn = (customer: TestCustomer, values: string) =>
  product.gql(
    `mutation { typeInCreditCheck(input: { customerId: "${customer.id}", from: "a bureau", ${values} }) { id } }`,
  );

test('a customer is vetted on what it paid, beside the credit check that is kept of it', async () => {
  await typeIn(nine, 'bureauScale: "creditsafe-100", bureauScore: 60, reportedOn: "2026-11-10"');
  const { recommendation: made } = await vet(asked);
  const { evidence } = made;
  expect(evidence.sentence).toMatch(/^\d\d % credit check, \d\d % own history, 9 invoices$/);
  expect(evidence.weightOfOwn + evidence.weightOfCheck).toBeCloseTo(1, 12);
  expect([evidence.invoices, evidence.checkAgeDays, evidence.isTooThin]).toEqual([9, 12, false]);
  const own = made.reasons.find(({ factor }: { factor: string }) => factor === 'own-history');
  expect(own.points).toBeLessThan(0);
  expect(own.sentence).toContain(evidence.sentence);
  expect(made.reasons.reduce((sum: number, row: { points: number }) => sum + row.points, made.base)).toBe(made.points);
  expect(evidence.pdLow).toBeLessThan(made.pd);
  expect(evidence.pdHigh).toBeGreaterThan(made.pd);
});

test('the same asked by its key, by its number in the register, and as somebody we never met', async () => {
  const { registrationNumber: _, ...unnumbered } = asked;
  const [byNumber, byKey, stranger] = await Promise.all([
    vet(asked),
    vet({ ...unnumbered, customerId: String(nine.id) }),
    vet({ ...asked, registrationNumber: '00000010', bureauScale: 'creditsafe-100', bureauScore: 60 }),
  ]);
  expect(byKey.recommendation.points).toBe(byNumber.recommendation.points);
  expect(stranger.recommendation.evidence).toMatchObject({ invoices: 0, weightOfOwn: 0, isTooThin: false });
  expect(stranger.recommendation.points).toBeGreaterThan(byNumber.recommendation.points);
});

test('an older report weighs less: of the same report a year ago own history counts more, and the range is wider', async () => {
  const now = (await vet(asked)).recommendation;
  await ledger.sql.rows(`update credit_check set reported_on = '2025-11-01' where customer_id = $1`, [nine.id]);
  const old = (await vet(asked)).recommendation;
  expect(old.evidence.weightOfOwn).toBeGreaterThan(now.evidence.weightOfOwn);
  expect(old.evidence.evidence).toBeLessThan(now.evidence.evidence);
  expect(old.points).toBeLessThan(now.points);
});

test('two invoices and nothing else are too thin: a person decides, and the reason says why', async () => {
  await invoiced('Two Invoices Ltd', '00000002', 2);
  const { recommendation: made } = await vet({
    ...asked,
    companyName: 'Two Invoices Ltd',
    registrationNumber: '00000002',
  });
  expect([made.outcome, made.evidence.isTooThin]).toEqual(['REFER', true]);
  expect(made.principalReasons[0]).toBe(
    '2 invoices of its own and no credit check: too little for a machine, a person decides.',
  );
});

test('a report of more than a year and no invoice is too thin too; a fresh one is enough', async () => {
  const { customer } = (await vet({ ...asked, registrationNumber: '00000011', keep: true })).decision;
  const check = async (reportedOn: string) => {
    const { typeInCreditCheck } = await product.gql(
      `mutation { typeInCreditCheck(input: { customerId: "${customer.id}", from: "a bureau", bureauScale: "creditsafe-100", bureauScore: 60, reportedOn: "${reportedOn}" }) { id } }`,
    );
    return (await vet({ ...asked, registrationNumber: '00000011', creditCheckId: typeInCreditCheck.id }))
      .recommendation;
  };
  const old = await check('2025-10-01');
  expect([old.outcome, old.principalReasons[0]]).toEqual([
    'REFER',
    'No invoice of its own and a credit check of 417 days that counts as 5: too little for a machine, a person decides.',
  ]);
  const fresh = await check('2026-11-01');
  expect([fresh.outcome, fresh.evidence.isTooThin]).toEqual(['APPROVE_WITH_CONDITIONS', false]);
  expect(fresh.evidence.pdHigh - fresh.evidence.pdLow).toBeLessThan(old.evidence.pdHigh - old.evidence.pdLow);
});

test('a prospect that only answers questions is decided by a person: answers are no evidence', async () => {
  const answers = { ...asked, registrationNumber: '00000021', yearsTrading: 12 };
  const { recommendation: made } = await vet(answers);
  expect([made.outcome, made.evidence.isTooThin, made.principalReasons[0]]).toEqual([
    'REFER',
    true,
    'No invoice of its own and no credit check, only answers: too little for a machine, a person decides.',
  ]);
  // The same with a chance from a report: narrower, and a machine may.
  const { recommendation: reported } = await vet({
    ...answers,
    bureauScale: 'creditsafe-100',
    bureauScore: 40,
  });
  expect(reported.evidence.isTooThin).toBe(false);
  expect(made.evidence.pdHigh - made.evidence.pdLow).toBeGreaterThan(
    reported.evidence.pdHigh - reported.evidence.pdLow,
  );
});

test('a kept report without a chance in it is no credit check: what it says counts as answers', async () => {
  const told = await invoiced('Accounts Only Ltd', '00000013', 9);
  await typeIn(told, 'judgments: 0, yearsTrading: 12');
  const { evidence, reasons } = (await vet({ ...asked, registrationNumber: '00000013' })).recommendation;
  expect(evidence.sentence).toMatch(/^\d\d % accounts and answers, \d\d % own history, 9 invoices$/);
  expect(evidence.checkAgeDays).toBe(null);
  expect(reasons.map(({ sentence }: { sentence: string }) => sentence)).toContain(
    'No credit check: scored as unknown.',
  );
});

test('an insolvency that a kept credit check tells of declines, though nobody typed it in', async () => {
  const gone = await invoiced('Gone Ltd', '00000012', 9);
  await typeIn(gone, 'insolvent: true');
  const { recommendation } = await vet({ ...asked, registrationNumber: '00000012' });
  expect([recommendation.outcome, recommendation.hardRule]).toEqual([
    'DECLINE',
    'In an insolvency procedure: no credit.',
  ]);
});

test('a decision about a customer is made again bit for bit, also when its history and its credit check went on', async () => {
  const { decision } = await vet({ ...asked, keep: true });
  expect(decision.customer.id).toBe(String(nine.id));
  await nine.invoice('Later', { issued: '2026-06-01', due: '2026-06-02', minor: 9_000_00 });
  await typeIn(nine, 'bureauScale: "creditsafe-100", bureauScore: 5');
  const replay = async (id: string) =>
    (
      await product.gql(
        `{ replayDecision(customerId: "${nine.id}", decisionId: "${id}") { differences recommendation { points } } }`,
      )
    ).replayDecision;
  expect((await replay(decision.id)).differences).toEqual([]);
  // One from before the two were weighed has no evidence, and is made again as it was made.
  const { recommendation, inputs } = (await ledger.sql.one<{ recommendation: object; inputs: object }>(
    'select recommendation, inputs from decision where id = $1',
    [decision.id],
  )) as { recommendation: object; inputs: object };
  const { evidence: _, ...before } = inputs as Record<string, unknown>;
  const { recommendation: remade } = await import('../../api/decisions/recommendation.js');
  const { offers: __, ...made } = remade(before as never, '2026-11-22');
  expect('evidence' in made).toBe(false);
  const [kept] = await ledger.sql.rows<{ id: string }>(
    `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
     select customer_id, decided_on, decided_by, $2, $3, $4, $5, $6, card_version, policy_version from decision where id = $1 returning id`,
    [decision.id, made.outcome, made.points, made.grade, before, made],
  );
  expect((await replay(String(kept?.id))).differences).toEqual([]);
  expect(recommendation).toHaveProperty('evidence');
});

test('reading the kept credit check is written down; who may not read it vets without it, and is told so', async () => {
  const reads = () =>
    ledger.sql.rows(`select from audit_entry where action = 'read credit checks' and subject_id = $1`, [
      String(nine.id),
    ]);
  const before = (await reads()).length;
  await vet(asked);
  expect((await reads()).length).toBe(before + 1);
  const { makeApiKey } = await (await product.as(PersonRole.ADMIN)).gql(
    'mutation { makeApiKey(input: { name: "CRM", permissions: ["decisions.vet", "ledger.read"] }) { key } }',
  );
  const crm = keyHolder(product.url, makeApiKey.key);
  const { recommendation } = await vet(asked, crm);
  expect((await reads()).length).toBe(before + 1);
  expect(recommendation.evidence.checkAgeDays).toBe(null);
  expect(recommendation.notes).toContainEqual(
    expect.stringMatching(/^A credit check is kept that whoever asks may not read/),
  );
});
