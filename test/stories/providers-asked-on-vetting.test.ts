import { setTimeout as pause } from 'node:timers/promises';
import { PersonRole } from '../../api/auth/person.entity.js';
import { VetAgain } from '../../api/decisions/vet-again.service.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { type Asker, keyHolder, nobodyAt } from '../support/asker.js';
import { completeForm } from '../support/complete-form.js';
import { answerAll, creditsafeReport, profile } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A salesman types a company in, and whoever is set up is asked about it by itself: once, by the number in the register,
// and without keeping him waiting.
const providers = new CreditProviders();
let product: Product;
let ledger: TestLedger;
let sales: Asker;
beforeAll(async () => {
  const { CREDITSAFE_USERNAME: _, DNB_KEY: __, GAZETTE_CONTACT: ___, ...register } = await providers.listen();
  product = await startApi({ env: { ...register, VETTING_WAITS_SECONDS: '0.4' } });
  ledger = TestLedger.of(product);
  sales = await product.as(PersonRole.SALES);
});
const at = (instant: string) => (product.get(Clock) as StoppedClock).moveTo(instant);
beforeEach(() => {
  answerAll(providers);
  providers.paths();
  at('2026-11-22T09:00:00Z');
});
afterAll(async () => {
  await product.close();
  await providers.close();
});

const sound = {
  ...{ country: 'GB', entityType: 'COMPANY', currency: 'GBP', contractValueMinor: 6_000_000, monthlyRunMinor: 500_000 },
  ...{ termsDaysAsked: 30, bureauScale: 'creditsafe-100', bureauScore: 90, yearsTrading: 12, judgments: 0 },
  ...{ netWorthMinor: 90_000_000, workingCapitalMinor: 40_000_000 },
};
const FIELDS = `asking recommendation { outcome principalReasons notes findings { rule weight sentence } } decision { id customer { id } }`;
const vet = async (input: object, as: Pick<Asker, 'ask'> = sales) => {
  const { data, errors } = await as.ask(`mutation ($input: VetInput!) { vet(input: $input) { ${FIELDS} } }`, {
    input: { ...sound, ...input },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.vet;
};
type Findings = { findings: { rule: string; weight: string }[] };
const found = ({ findings }: Findings) => findings.map(({ rule, weight }) => `${rule}: ${weight}`);
const registered = (number: string, of: object = {}) =>
  providers.answers.set(`/register/company/${number}`, {
    ...profile,
    company_number: number,
    has_charges: false,
    ...of,
  });
const asked = () => providers.paths().map((path) => path.replace('/register/company/', ''));
const soundly = (companyName: string, registrationNumber: string) => {
  registered(registrationNumber, { company_name: companyName.toUpperCase() });
  return { companyName, registrationNumber };
};
/** What was asked and answered is older by so many days: whoever is signed in stays so. */
const daysGoBy = async (days: number) => {
  await ledger.sql.rows(
    'update credit_check set reported_on = reported_on - $1::integer, received_at = received_at - make_interval(days => $1)',
    [days],
  );
  await ledger.sql.rows('update credit_check_request set asked_at = asked_at - make_interval(days => $1)', [days]);
};
const decisionsOf = async (customerId: string) =>
  (
    await product.gql(
      `{ customer(id: "${customerId}") { decisions(sort: DECIDED_ON) { nodes { outcome decidedBy recommendation { findings { rule weight } } } } } }`,
    )
  ).customer.decisions.nodes;

test('a salesman types a company in, Companies House is asked by itself, it is dissolved: declined', async () => {
  const gone = soundly('Gone Ltd', '00300001');
  registered('00300001', { company_name: 'GONE LIMITED', company_status: 'dissolved' });
  const { recommendation, asking } = await vet(gone);
  expect([recommendation.outcome, recommendation.principalReasons, asking]).toEqual([
    'DECLINE',
    ['The register has it as dissolved or closed.'],
    [],
  ]);
  expect(found(recommendation)).toEqual(['asked: note', 'closed: decline']);
  expect(recommendation.findings[0].sentence).toBe('Companies House was asked by itself and sent a report.');
  expect(asked()).toEqual(['00300001']);
  // By the same way as by hand: who asked is in the audit, what came is kept, and the prospect is his who asked.
  const [customer] = await ledger.sql.rows<{ id: number; owner: number }>(
    `select id, owner_id as owner from customer where registration_number = '00300001'`,
  );
  expect(customer?.owner).toBe(sales.personId);
  const audit = await ledger.sql.rows<{ action: string; actor: string }>(
    `select action, actor from audit_entry where subject_id = $1 and subject_type = 'customer' order by id`,
    [String(customer?.id)],
  );
  expect(audit.slice(0, 2)).toEqual([
    { action: 'asked for a credit check', actor: expect.stringContaining('Sales') },
    { action: 'received a credit check', actor: expect.stringContaining('Sales') },
  ]);
});

test('it is asked once, and not twice within the age its reports are used again for', async () => {
  const of = { ...soundly('Once Ltd', '00300002'), bureauScale: undefined, bureauScore: undefined };
  const first = (await vet(of)).recommendation;
  const again = (await vet({ ...of, keep: true })).recommendation;
  expect([found(first), found(again)]).toEqual([['asked: note'], ['kept report: note']]);
  await daysGoBy(6);
  await vet(of);
  expect(asked()).toEqual(['00300002']);
  await daysGoBy(1);
  expect(found((await vet(of)).recommendation)).toEqual(['asked: note']);
  expect(asked()).toEqual(['00300002']);
});

test('what is tried otherwise asks nobody, nor does what is wrong, has no number, or is of another country', async () => {
  const of = soundly('Variant Ltd', '00300003');
  await vet({ ...of, assumptions: [{ key: 'fundingRate', value: 0.2 }] });
  await vet({ companyName: 'Variant Ltd' });
  await vet({ ...of, country: undefined });
  await vet({ ...of, country: 'US' });
  await expect(vet({ ...of, registrationNumber: '12' })).rejects.toThrow('registrationNumber');
  expect(asked()).toEqual([]);
  expect(await ledger.sql.rows(`select from customer where name = 'Variant Ltd'`)).toEqual([]);
});

test('a register that does not answer: referred, says so, left alone for an hour, vetted again when it answers', async () => {
  const of = soundly('Silent Ltd', '00300004');
  providers.will('/register/company/00300004', { status: 503 }, { status: 503 });
  const { recommendation, decision, asking } = await vet({ ...of, keep: true });
  expect([recommendation.outcome, found(recommendation), asking]).toEqual(['REFER', ['no answer: refer'], []]);
  expect(recommendation.principalReasons[0]).toMatch(/did not come: Companies House is out of order \(503\)/);
  at('2026-11-22T09:59:00Z');
  await vet(of);
  expect(asked()).toHaveLength(1);
  at('2026-11-22T10:00:00Z');
  expect(found((await vet(of)).recommendation)).toEqual(['no answer: refer']);
  expect(asked()).toHaveLength(1);
  at('2026-11-22T11:00:00Z');
  expect(found((await vet(of)).recommendation)).toEqual(['asked: note']);
  await product.get(VetAgain).run();
  const [newest, first] = await decisionsOf(decision.customer.id);
  expect([newest.outcome === 'REFER', newest.decidedBy, first.outcome]).toEqual([false, 'the program', 'REFER']);
  expect(asked()).toHaveLength(1);
});

test('a slow register does not hold him up: he sees who is being asked, and it is decided anew when it answers', async () => {
  const of = soundly('Slow Ltd', '00300005');
  providers.will('/register/company/00300005', { seconds: 1 });
  const before = performance.now();
  const { recommendation, decision, asking } = await vet({ ...of, keep: true });
  expect(performance.now() - before).toBeLessThan(900);
  expect([recommendation.outcome, asking]).toEqual(['REFER', ['Companies House']]);
  expect(recommendation.principalReasons[0]).toBe(
    'Companies House is being asked and has not answered yet. This is decided anew when it does.',
  );
  const meanwhile = await vet(of);
  expect([meanwhile.asking, asked()]).toEqual([['Companies House'], ['00300005']]);
  await until(async () => (await vet(of)).asking.length === 0);
  await until(async () => {
    await product.work();
    return (await decisionsOf(decision.customer.id)).length === 2;
  });
  const [newest] = await decisionsOf(decision.customer.id);
  expect([newest.outcome === 'REFER', newest.decidedBy]).toEqual([false, 'the program']);
  expect(asked()).toEqual([]);
});

test('two who vet the same company at once ask once, and both are told who is being asked', async () => {
  const of = soundly('Twice Ltd', '00300010');
  providers.will('/register/company/00300010', { seconds: 1 });
  const both = await Promise.all([vet(of), vet(of)]);
  expect(both.map(({ asking }) => asking)).toEqual([['Companies House'], ['Companies House']]);
  await until(async () => (await vet(of)).asking.length === 0);
  expect(asked()).toEqual(['00300010']);
});

test('what was kept while somebody was asking, or was ended while asking, is decided anew within the hour', async () => {
  const of = soundly('Overtaken Ltd', '00300011');
  const prospect = { registration_number: of.registrationNumber, country: 'GB', currency: 'GBP', stage: 'prospect' };
  const { id } = await ledger.customer(of.companyName, { ...prospect, owner_id: sales.personId });
  await ledger.sql.rows(
    `insert into credit_check_request (customer_id, provider, asked_at, asked_by) values ($1, 'companies house', '2026-11-22T08:59:00Z', 'Somebody')`,
    [id],
  );
  const { recommendation, asking } = await vet({ ...of, keep: true });
  expect([recommendation.outcome, asking, asked()]).toEqual(['REFER', ['Companies House'], []]);
  await product.get(VetAgain).run();
  expect(await decisionsOf(String(id))).toHaveLength(1);
  // Nobody has heard of it for two minutes.
  at('2026-11-22T09:02:00Z');
  await product.get(VetAgain).run();
  expect(asked()).toEqual(['00300011']);
  const [newest] = await decisionsOf(String(id));
  expect([newest.outcome === 'REFER', newest.decidedBy]).toEqual([false, 'the program']);
});

/** What happens beside the story is waited for, not slept for. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('it did not happen within five seconds');
}

test('a company the register does not know is an answer: asked once, and looked at by a person', async () => {
  const of = { companyName: 'Nowhere Ltd', registrationNumber: '00300006' };
  const [first, again] = [await vet(of), await vet(of)];
  expect([found(first.recommendation), found(again.recommendation)]).toEqual([
    ['unknown there: refer'],
    ['unknown there: refer'],
  ]);
  expect(asked()).toEqual(['00300006']);
  await daysGoBy(6);
  await vet(of);
  expect(asked()).toEqual([]);
  await daysGoBy(1);
  registered('00300006', { company_name: 'NOWHERE LTD' });
  expect(found((await vet(of)).recommendation)).toEqual(['asked: note']);
});

test('a number that the register has under another name is no proof of who applies: a person looks', async () => {
  const of = { companyName: 'Orchard Foods Ltd', registrationNumber: '00300009' };
  registered('00300009', { company_name: 'WHOLLY DIFFERENT LIMITED' });
  for (const { recommendation } of [
    await vet(of),
    await vet({ ...of, bureauScale: undefined, bureauScore: undefined }),
  ])
    expect([recommendation.outcome, recommendation.principalReasons[0]]).toEqual([
      'REFER',
      'What Companies House sent is about WHOLLY DIFFERENT LIMITED, which is not what who applies is called. See that the number is right.',
    ]);
  expect(asked()).toEqual(['00300009']);
});

test('a program asks only where its key may, and an answer it may not read that decides goes to a person', async () => {
  const keyOf = async (permissions: string[]) => {
    const admin = await product.as(PersonRole.ADMIN);
    const { makeApiKey } = await admin.gql(
      'mutation ($input: MakeApiKeyInput!) { makeApiKey(input: $input) { key } }',
      { input: { name: permissions.join(' and '), permissions } },
    );
    return keyHolder(product.url, makeApiKey.key);
  };
  const of = soundly('Robot Ltd', '00300007');
  registered('00300007', { company_name: 'ROBOT LTD', company_status: 'dissolved' });
  await vet(of, await keyOf(['decisions.vet']));
  expect(asked()).toEqual([]);
  const mayAsk = await keyOf(['decisions.vet', 'credit-checks.request']);
  for (const { recommendation } of [await vet(of, mayAsk), await vet(of, mayAsk)])
    expect([recommendation.outcome, found(recommendation)]).toEqual([
      'REFER',
      expect.arrayContaining(['unread: refer']),
    ]);
  expect(asked()).toEqual(['00300007']);
});

test('a provider whose reports are paid for is said to be, and is asked by itself until that is turned off', async () => {
  const { data } = await product.ask('{ creditCheckProviders { provider isPaid countries isAskedOnVetting } }');
  expect(data.creditCheckProviders).toEqual([
    { provider: 'COMPANIES_HOUSE', isPaid: false, countries: ['GB'], isAskedOnVetting: true },
    { provider: 'CREDITSAFE', isPaid: true, countries: null, isAskedOnVetting: true },
    { provider: 'DNB', isPaid: true, countries: null, isAskedOnVetting: true },
    { provider: 'GAZETTE', isPaid: false, countries: ['GB'], isAskedOnVetting: true },
  ]);
  const turned = (isAskedOnVetting: boolean | null) =>
    product.gql(
      'mutation ($input: CreditCheckReuseInput!) { setCreditCheckReuse(input: $input) { provider isAskedOnVetting reuseDays } }',
      {
        input: { provider: 'COMPANIES_HOUSE', days: 7, reason: 'We look ourselves.', isAskedOnVetting },
      },
    );
  expect((await turned(false)).setCreditCheckReuse[0].isAskedOnVetting).toBe(false);
  expect((await turned(null)).setCreditCheckReuse[0].isAskedOnVetting).toBe(false);
  const of = soundly('Unasked Ltd', '00300008');
  await vet(of);
  expect(asked()).toEqual([]);
  await turned(true);
  await vet(of);
  expect(asked()).toEqual(['00300008']);
});

test('what the prospect sends in is asked about before anybody opens it, for whoever sent the form', async () => {
  registered('00123456', { company_name: 'INK WORKS LTD', company_status: 'dissolved' });
  const answers = (of: object) => Object.entries(of).map(([question, text]) => ({ question, text }));
  const { keepCreditApplication } = await sales.gql(
    'mutation ($input: CreditApplicationInput!) { keepCreditApplication(input: $input) { id } }',
    { input: { answers: answers({ companyName: 'Ink Works Ltd', currency: 'GBP' }) } },
  );
  const { sendCreditApplication } = await sales.gql(
    'mutation ($input: SendCreditApplicationInput!) { sendCreditApplication(input: $input) { link } }',
    { input: { applicationId: keepCreditApplication.id, supplier: 'Paper & Co' } },
  );
  const [, secret] = sendCreditApplication.link.split('#');
  expect(asked()).toEqual([]);
  await nobodyAt(product.url).gql(
    'mutation ($input: SubmitProspectFormInput!) { submitProspectForm(input: $input) { isSubmitted } }',
    {
      input: { secret, answers: answers(completeForm), consentedBy: 'Ida Ink' },
    },
  );
  expect(asked()).toEqual([]);
  await product.work();
  expect(asked()).toEqual(['00123456']);
  const kept = await ledger.sql.rows<{ askedBy: string; owner: number }>(
    `select k.asked_by as "askedBy", c.owner_id as owner from credit_check k join customer c on c.id = k.customer_id where c.registration_number = '00123456'`,
  );
  expect(kept).toEqual([{ askedBy: expect.stringMatching(/^the program, for Sales/), owner: sales.personId }]);
  const { recommendation } = await vet({ companyName: 'Ink Works Ltd', registrationNumber: '00123456' });
  expect([recommendation.outcome, asked()]).toEqual(['DECLINE', []]);
});

test('of two bureaus the report of one will do, and all that are set up are asked at once', async () => {
  const all = await startApi({ env: { ...providers.environment(), VETTING_WAITS_SECONDS: '2' } });
  try {
    registered('00123456', { company_name: 'SOUND SUPPLIES LIMITED' });
    providers.answers.set('/gazette/insolvency/notice/data.json', { entry: [], 'f:total': '0' });
    providers.answers.set('/creditsafe/v1/companies/GB-0-00123456', creditsafeReport());
    providers.will('/dnb/v2/token', { status: 503 });
    const { recommendation } = await vet(
      { companyName: 'Sound Supplies Ltd', registrationNumber: '00123456' },
      await all.as(PersonRole.SALES),
    );
    expect(recommendation.findings.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Companies House was asked by itself and sent a report.',
      'Creditsafe was asked by itself and sent a report.',
      'The Gazette was asked by itself and sent a report.',
    ]);
  } finally {
    await all.close();
  }
});

test('terms that are renewed ask as well; what does not answer refers them, and they are decided anew without what it owes itself', async () => {
  const of = soundly('Renewed Ltd', '00300020');
  const { id } = await ledger.customer('Renewed Ltd', {
    ...{ entity_type: 'company', country: 'GB', registration_number: '00300020', currency: 'GBP', terms_days: 30 },
  });
  const invoice = { customer_id: id, issued_on: '2026-10-23', due_on: '2026-11-22', currency: 'GBP' };
  await ledger.insert('invoice', { ...invoice, number: 'R1', amount_minor: 700_000 });
  const daughter = await ledger.customer('Daughter Ltd', { parent_id: id, currency: 'GBP' });
  await ledger.insert('invoice', { ...invoice, customer_id: daughter.id, number: 'R2', amount_minor: 123_400 });
  const renew = async (keep: boolean) =>
    (
      await product.gql(
        `mutation ($input: RenewTermsInput!) { renewTerms(input: $input) { asking recommendation { outcome principalReasons findings { rule weight sentence } } decision { id } } }`,
        { input: { customerId: String(id), keep } },
      )
    ).renewTerms;
  providers.will(`/register/company/${of.registrationNumber}`, { status: 503 });
  const silent = await renew(true);
  expect([silent.recommendation.outcome, silent.asking]).toEqual(['REFER', []]);
  expect(silent.recommendation.principalReasons[0]).toMatch(/did not come: Companies House is out of order \(503\)/);
  const rest = {
    ...{ rule: 'group', weight: 'note' },
    sentence: 'The rest of its group (1 customer of ours) owes GBP 1,234.00: what we give it is less by that.',
  };
  expect(silent.recommendation.findings).toContainEqual(rest);
  at('2026-11-22T11:00:00Z');
  await product.get(VetAgain).run();
  const [newest] = await decisionsOf(String(id));
  expect([newest.decidedBy, found(newest.recommendation).includes('no answer: refer')]).toEqual(['the program', false]);
  const inputs = await ledger.sql.rows<{ minor: number }>(
    `select (inputs->>'groupExposureMinor')::bigint as minor from decision where customer_id = $1 order by id`,
    [id],
  );
  expect(inputs.map(({ minor }) => minor)).toEqual([123_400, 123_400]);
  expect(asked()).toHaveLength(2);
  expect((await renew(false)).recommendation.findings).toContainEqual(rest);
  expect(asked()).toEqual([]);
});
