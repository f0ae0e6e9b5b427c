import { emptyReport } from '../../analytics/index.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { VetAgain } from '../../api/decisions/vet-again.service.js';
import { Sanctions } from '../../api/sanctions/sanctions.service.js';
import { answerAll, profile } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Whoever is vetted is looked for in our own book, on the lists of sanctions and in what the register says, without
// anybody asking for it; and what was asked for and did not come is asked for again.
const providers = new CreditProviders();
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi({ env: await providers.listen() });
  ledger = TestLedger.of(product);
  // Whom vetting asks by itself is a story of its own: here each is asked by hand.
  await ledger.sql.rows('update credit_check_reuse set is_asked_on_vetting = false');
});
beforeEach(() => answerAll(providers));
afterAll(async () => {
  await product.close();
  await providers.close();
});

const sound = {
  ...{ companyName: 'Sound Supplies Ltd', registrationNumber: '00123456', country: 'GB', entityType: 'COMPANY' },
  ...{ currency: 'GBP', contractValueMinor: 6_000_000, monthlyRunMinor: 500_000, termsDaysAsked: 30 },
  ...{ bureauScale: 'creditsafe-100', bureauScore: 90, yearsTrading: 12, judgments: 0 },
  ...{ netWorthMinor: 90_000_000, workingCapitalMinor: 40_000_000 },
};
const FIELDS = `recommendation { outcome principalReasons findings { rule weight sentence entry } levers { lever } limit { minor } limitParts { name amount { minor } explanation }
  deal { contractMinor monthlySalesMinor workInProgressMinor margin pd lgd daysToHold noticeDays fundingRate adminMinor acceptance { base perDeposit perThirtyDaysSooner termsDaysAsked } } }
  decision { id customer { id } }`;
const ask = (input: object) =>
  product.ask(`mutation ($input: VetInput!) { vet(input: $input) { ${FIELDS} } }`, { input: { ...sound, ...input } });
const vet = async (input: object) => {
  const { data, errors } = await ask(input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.vet.recommendation;
};
const found = (of: { findings: { rule: string; weight: string }[] }) =>
  of.findings.map(({ rule, weight }) => [rule, weight]);

test('a company that nobody has anything to say about has no findings, and every figure of the deal is told', async () => {
  const made = await vet({ companyName: 'Unheard Of Ltd', registrationNumber: '00777777', margin: 0.25 });
  expect(found(made)).toEqual([]);
  expect(made.deal).toMatchObject({
    ...{ contractMinor: 6_000_000, monthlySalesMinor: 500_000, workInProgressMinor: 0, margin: 0.25 },
    ...{ daysToHold: 45, noticeDays: 7, fundingRate: 0.09, adminMinor: 15_000 },
    acceptance: { base: 3, perDeposit: 5, perThirtyDaysSooner: 0.9, termsDaysAsked: 30 },
  });
});

test('our own customer is known by its number however it is written, and a like name is told', async () => {
  await ledger.customer('Mill Lane Bakery Ltd', { number: 'K77', registration_number: '00 555 555', country: 'GB' });
  const known = await vet({ companyName: 'Mill Lane Bakery Limited', registrationNumber: '00555555' });
  expect(known.findings).toEqual([
    { rule: 'own customer', weight: 'note', sentence: 'It is our customer K77, not scored yet.', entry: null },
  ]);
  const like = await vet({ companyName: 'Mill Lane Bakery (Export) Limited', registrationNumber: '00555556' });
  expect(like.findings).toEqual([
    expect.objectContaining({
      rule: 'like name',
      sentence: expect.stringMatching(/a like name: Mill Lane Bakery Ltd \(K77\)/),
    }),
  ]);
});

test('a number that is somebody else’s in our book is looked at by a person, whatever else speaks for it', async () => {
  await ledger.customer('Fen Timber Ltd', { number: 'K78', registration_number: '00 565 656', country: 'GB' });
  const made = await vet({ companyName: 'Quayside Catering', registrationNumber: '00565656' });
  expect([made.outcome, made.principalReasons[0]]).toEqual([
    'REFER',
    'The registration number 00565656 is that of Fen Timber Ltd, K78 in our book, which is not called so. See whether it is the same under another name.',
  ]);
  expect(found(await vet({ companyName: 'FEN TIMBER LIMITED', registrationNumber: '00565656' }))).toEqual([
    ['own customer', 'note'],
  ]);
});

test('what the group owes us already is taken off what it may be given', async () => {
  await ledger.rate('GBP', 1.25);
  const parent = await ledger.customer('Northern Group plc', { currency: 'GBP' });
  const sister = await ledger.customer('Northern Pies Ltd', { currency: 'GBP', parent_id: parent.id });
  await sister.invoice('N1', { issued: '2026-11-01', due: '2026-12-01', minor: 24_900_000 });
  await sister.pays('N2', '2026-11-10', 100_000);
  const alone = await vet({ companyName: 'Northern Fish Ltd', registrationNumber: '00888888' });
  const inGroup = await vet({
    companyName: 'Northern Fish Ltd',
    registrationNumber: '00888888',
    parentName: 'NORTHERN GROUP PLC',
  });
  const cap = ({ limitParts }: typeof alone) =>
    limitParts.find(({ name }: { name: string }) => name === 'Policy cap').amount.minor;
  expect([cap(alone), cap(inGroup)]).toEqual([25_000_000, 25_000_000 - 24_800_000]);
  expect(inGroup.limit.minor).toBe(200_000);
  expect(inGroup.findings).toContainEqual(
    expect.objectContaining({
      rule: 'group',
      sentence: expect.stringMatching(/^Its group \(2 customers of ours\) owes GBP 248,000\.00/),
    }),
  );
});

test('a name on a list of sanctions is referred until a person says whether it is the same', async () => {
  const list = 'Name,Aliases,Country\nIronworks Tehran,Tehran Steel Co; TSC Metals,IR\nBirch Timber Export,,KP\n';
  expect(await product.get(Sanctions).import('Our list', list)).toMatchObject({ entries: 2 });
  const of = { companyName: 'Teheran Steel Company Ltd', registrationNumber: '00444444' };
  const before = await vet(of);
  expect(before.outcome).toBe('REFER');
  expect(before.principalReasons[0]).toBe(
    'Its name is like that of “Tehran Steel Co” (IR) on the list Our list. A person has to say whether it is the same.',
  );
  expect(before.findings[0]).toMatchObject({ rule: 'sanctions', weight: 'refer', entry: 'Tehran Steel Co' });
  const settle = (isSame: boolean, asker = product as Pick<Product, 'ask'>, entry = 'Tehran Steel Co') =>
    asker.ask(
      'mutation ($input: SettleSanctionMatchInput!) { settleSanctionMatch(input: $input) { isSame settledBy } }',
      {
        input: {
          companyName: of.companyName,
          registrationNumber: '00444444',
          country: 'GB',
          entry,
          isSame,
          reason: 'Looked at both registers.',
        },
      },
    );
  expect((await settle(false, await product.as(PersonRole.SALES))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await settle(false, product, 'Nobody')).errors?.[0]?.extensions.code).toBe('NO_SUCH_MATCH');
  expect((await settle(false)).errors).toBeUndefined();
  const cleared = await vet(of);
  expect([cleared.outcome === 'REFER', found(cleared)]).toEqual([false, [['sanctions', 'note']]]);
  expect((await settle(true)).errors).toBeUndefined();
  // Who was found the same is let off by two people, as any decline is.
  expect((await settle(false)).errors?.[0]?.extensions.code).toBe('SETTLED_AS_SAME');
  const same = await vet(of);
  expect([same.outcome, found(same)]).toEqual(['DECLINE', [['sanctions', 'decline']]]);
  expect(same.principalReasons).toEqual([
    expect.stringMatching(/^It is “Tehran Steel Co” \(IR\) on the list Our list: Manager/),
  ]);
  // The next list of the name takes its place; what was found out holds for it.
  await product.get(Sanctions).import('Our list', 'name\nTehran Steel Co\n');
  expect((await vet(of)).outcome).toBe('DECLINE');
  await product.get(Sanctions).import('Our list', 'name\nSomebody Else\n');
  expect(found(await vet(of))).toEqual([]);
});

test('who is let off a list is one company, told by its number, and one entry, told by what the list says of it', async () => {
  await product.get(Sanctions).import('Our list', 'Name,Country\nTwin Steel Co,IR\nTwin Steel Co,SY\n');
  const settle = async (input: object) =>
    (
      await product.ask(
        'mutation ($input: SettleSanctionMatchInput!) { settleSanctionMatch(input: $input) { isSame } }',
        {
          input: {
            ...{ companyName: 'Twin Steel Ltd', country: 'GB', entry: 'Twin Steel Co', isSame: false },
            ...{ reason: 'Looked at both registers.', ...input },
          },
        },
      )
    ).errors?.[0]?.extensions.code;
  const twin = { companyName: 'Twin Steel Ltd', registrationNumber: '00555551', country: 'GB' };
  const open = async (of: object) =>
    found(await vet(of)).filter(([rule, weight]) => rule === 'sanctions' && weight === 'refer').length;
  expect(await open(twin)).toBe(2);
  expect(await settle({})).toBe('NOT_TELLABLE');
  expect(await settle({ registrationNumber: '00555551', detail: 'IR' })).toBeUndefined();
  expect(await open(twin)).toBe(1);
  expect(await settle({ registrationNumber: '00555551', detail: 'SY' })).toBeUndefined();
  expect([await open(twin), await open({ ...twin, registrationNumber: '00555552' })]).toEqual([0, 2]);
  expect(await open({ ...twin, registrationNumber: '' })).toBe(2);
});

test('a parent is found among many whose names begin alike', async () => {
  await ledger.sql.rows(
    `insert into customer (number, name, currency) select 'T' || i, 'The Shop of Number ' || i, 'EUR' from generate_series(1, 300) i`,
  );
  const parent = await ledger.customer('The Parent Ltd');
  await parent.invoice('G1', { issued: '2026-11-01', due: '2026-12-01', minor: 700_000 });
  const daughter = await ledger.customer('A Daughter', { parent_id: parent.id });
  await daughter.invoice('G2', { issued: '2026-11-01', due: '2026-12-01', minor: 100_000 });
  const { findings } = await vet({
    companyName: 'Another Daughter Ltd',
    registrationNumber: '00666661',
    country: 'GB',
    parentName: 'The Parent Limited',
  });
  expect(findings.map(({ sentence }: { sentence: string }) => sentence)).toContainEqual(
    expect.stringContaining('Its group (2 customers of ours) owes GBP 6,400.00'),
  );
});

test.each([
  ['a file without names', 'title,country\nx,y\n', /no column of names.*It has: title, country/],
  ['an empty list', 'name\n\n', /names nobody/],
])('%s is no list of sanctions: a sentence says why', async (_, text, sentence) => {
  await expect(product.get(Sanctions).import('Other', text)).rejects.toThrow(sentence);
});

const checkOf = async (companyName: string, registrationNumber: string) => {
  const { requestCreditCheck } = await product.gql(
    'mutation ($input: RequestCreditCheckInput!) { requestCreditCheck(input: $input) { outcome creditCheck { id } } }',
    {
      input: {
        provider: 'COMPANIES_HOUSE',
        prospect: { companyName, registrationNumber, country: 'GB', entityType: 'COMPANY', currency: 'GBP' },
      },
    },
  );
  return requestCreditCheck.creditCheck?.id as string | undefined;
};
const registered = (number: string, of: object) =>
  providers.answers.set(`/register/company/${number}`, { ...profile, company_number: number, ...of });

test('a company that is struck off, or about to be, is declined with the rule as its reason', async () => {
  registered('00333333', { company_name: 'GONE LIMITED', company_status: 'dissolved' });
  const gone = { companyName: 'Gone Ltd', registrationNumber: '00333333' };
  const made = await vet({ ...gone, creditCheckId: await checkOf(gone.companyName, gone.registrationNumber) });
  expect([made.outcome, made.principalReasons]).toEqual(['DECLINE', ['The register has it as dissolved or closed.']]);
  expect(made.levers).toEqual([]);
  registered('00333334', { company_name: 'GOING LTD', company_status_detail: 'active-proposal-to-strike-off' });
  const going = { companyName: 'Going Ltd', registrationNumber: '00333334' };
  const soon = await vet({ ...going, creditCheckId: await checkOf(going.companyName, going.registrationNumber) });
  expect([soon.outcome, soon.principalReasons]).toEqual(['DECLINE', ['The register proposes to strike it off.']]);
});

test('what any provider says decides, not only the report that has the score', async () => {
  registered('00333335', { company_name: 'SCORED LIMITED', company_status: 'dissolved' });
  const of = { companyName: 'Scored Ltd', registrationNumber: '00333335' };
  await checkOf(of.companyName, of.registrationNumber);
  const [customer] = await ledger.sql.rows<{ id: number }>(`select id from customer where name = 'Scored Ltd'`);
  await ledger.insert('credit_check', {
    ...{ customer_id: customer?.id, provider: 'creditsafe', reported_on: '2026-11-20', asked_by: 'x', received: {} },
    ...{ received_at: '2026-11-20T08:00:00Z', report: { ...emptyReport, failurePd: 0.004, delinquencyPd: 0.01 } },
  });
  const closed = ['DECLINE', ['The register has it as dissolved or closed.']];
  const byItself = await vet({ ...of, bureauScale: undefined, bureauScore: undefined });
  expect([byItself.outcome, byItself.principalReasons]).toEqual(closed);
  // Nor does a score that is typed in go before it.
  const typed = await vet(of);
  expect([typed.outcome, typed.principalReasons]).toEqual(closed);
  await ledger.insert('credit_check', {
    ...{ customer_id: customer?.id, provider: 'gazette', reported_on: '2026-11-21', asked_by: 'x', received: {} },
    ...{ received_at: '2026-11-21T08:00:00Z', report: { ...emptyReport, isInsolvent: true } },
  });
  expect((await vet(of)).principalReasons).toContain(
    'The credit check of 21 Nov 2026 (gazette) tells of an insolvency procedure.',
  );
});

test('a provider that does not answer is told beside an older report as well', async () => {
  const of = { companyName: 'Older Report Ltd', registrationNumber: '00111112' };
  const customer = await ledger.customer(of.companyName, {
    ...{ registration_number: of.registrationNumber, country: 'GB', currency: 'GBP', stage: 'prospect' },
  });
  await ledger.insert('credit_check', {
    ...{ customer_id: customer.id, provider: 'creditsafe', reported_on: '2026-11-20', asked_by: 'x', received: {} },
    ...{ received_at: '2026-11-20T08:00:00Z', report: { ...emptyReport, failurePd: 0.004, delinquencyPd: 0.01 } },
  });
  const unscored = { ...of, bureauScale: undefined, bureauScore: undefined };
  expect((await vet(unscored)).outcome).not.toBe('REFER');
  providers.will('/register/company/00111112', { status: 503 }, { status: 503 });
  await checkOf(of.companyName, of.registrationNumber);
  const made = await vet(unscored);
  expect([made.outcome, found(made)]).toEqual([
    'REFER',
    [
      ['kept report', 'note'],
      ['no answer', 'refer'],
    ],
  ]);
});

test('a report of another company than the one that applies is refused at its field', async () => {
  registered('00222222', { company_name: 'WHOLLY DIFFERENT LIMITED' });
  const creditCheckId = await checkOf('Orchard Foods Ltd', '00222222');
  const { errors } = await ask({ companyName: 'Orchard Foods Ltd', registrationNumber: '00222222', creditCheckId });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'APPLICATION_NOT_RIGHT',
    fields: [
      {
        field: 'creditCheckId',
        sentence: expect.stringMatching(/is of WHOLLY DIFFERENT LIMITED, not of Orchard Foods Ltd/),
      },
    ],
  });
});

test('a provider that does not answer: referred, says so, and decided anew by itself when it does', async () => {
  const late = { companyName: 'Late Answer Ltd', registrationNumber: '00111111' };
  registered('00111111', { company_name: 'LATE ANSWER LTD' });
  providers.will('/register/company/00111111', { status: 503 }, { status: 503 });
  expect(await checkOf(late.companyName, late.registrationNumber)).toBeUndefined();
  const { data } = await ask({ ...late, keep: true });
  const { recommendation, decision } = data.vet;
  expect([recommendation.outcome, found(recommendation)]).toEqual(['REFER', [['no answer', 'refer']]]);
  expect(recommendation.principalReasons[0]).toMatch(/did not come: .*Companies House.*out of order.* decided anew/);
  const decisions = async () =>
    (
      await product.gql(
        `{ customer(id: "${decision.customer.id}") { decisions(sort: DECIDED_ON) { nodes { id outcome decidedBy } } } }`,
      )
    ).customer.decisions.nodes;
  await product.get(VetAgain).run();
  expect(await decisions()).toHaveLength(1);
  providers.will('/register/company/00111111');
  await product.get(VetAgain).run();
  const [newest, first] = await decisions();
  expect([newest.outcome === 'REFER', newest.decidedBy, first.outcome]).toEqual([false, 'the program', 'REFER']);
  // It is done: another run changes nothing.
  await product.get(VetAgain).run();
  expect(await decisions()).toHaveLength(2);
});

test('a company that its register does not know: a person looks; who is no company need not be there', async () => {
  const of = { companyName: 'No Such Company Ltd', registrationNumber: '00999999' };
  await checkOf(of.companyName, of.registrationNumber);
  const told = 'Companies House knows no company with the number 00999999. It was asked on 22 Nov 2026.';
  const company = await vet(of);
  expect([company.outcome, company.principalReasons[0]]).toEqual([
    'REFER',
    `${told} See that the number is right, and that there is such a company.`,
  ]);
  const sole = await vet({ ...of, entityType: 'SOLE_TRADER' });
  expect(sole.findings).toContainEqual(
    expect.objectContaining({ rule: 'unknown there', weight: 'note', sentence: told }),
  );
  // With another number it is another company.
  expect(found(await vet({ ...of, registrationNumber: '00999998' }))).toEqual([]);
});

test('a company that a bureau does not know is told, and decided by what else is known', async () => {
  const of = { companyName: 'Seldom Seen Ltd', registrationNumber: '00999997' };
  const customer = await ledger.customer(of.companyName, {
    ...{ registration_number: of.registrationNumber, country: 'GB', currency: 'GBP', stage: 'prospect' },
  });
  providers.answers.set('/creditsafe/v1/companies', { companies: [] });
  await product.gql(
    `mutation { requestCreditCheck(input: { customerId: "${customer.id}", provider: CREDITSAFE }) { outcome } }`,
  );
  const made = await vet(of);
  expect([made.outcome === 'REFER', found(made)]).toEqual([false, [['unknown there', 'note']]]);
});

test('who waits for a provider that answers at last that it knows no such company is decided anew, once', async () => {
  const of = { companyName: 'Not There Ltd', registrationNumber: '00999996' };
  providers.will('/register/company/00999996', { status: 503 });
  await checkOf(of.companyName, of.registrationNumber);
  const { data } = await ask({ ...of, keep: true });
  expect(found(data.vet.recommendation)).toEqual([['no answer', 'refer']]);
  await product.get(VetAgain).run();
  await product.get(VetAgain).run();
  const { customer } = await product.gql(
    `{ customer(id: "${data.vet.decision.customer.id}") { decisions(sort: DECIDED_ON) { nodes { outcome recommendation { findings { rule weight } } } } } }`,
  );
  expect(
    customer.decisions.nodes.map(
      (each: Parameters<typeof found>[0] & { recommendation: Parameters<typeof found>[0] }) =>
        found(each.recommendation),
    ),
  ).toEqual([[['unknown there', 'refer']], [['no answer', 'refer']]]);
});
