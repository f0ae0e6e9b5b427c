import { CreditProviders, type Mood } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A petition stands in The Gazette before the register knows of it. What names the number counts, what names the name is told.
let product: Product;
let ledger: TestLedger;
const providers = new CreditProviders();
beforeAll(async () => {
  product = await startApi({ env: await providers.listen() });
  ledger = TestLedger.of(product);
});
afterAll(async () => {
  await product.close();
  await providers.close();
});

const FEED = '/gazette/insolvency/notice/data.json';
const notice = (id: number, code: string, term: string, content: string, change: object = {}) => ({
  id: `https://www.thegazette.co.uk/id/notice/${id}`,
  'f:status': 'published',
  'f:notice-code': code,
  title: 'SOUND SUPPLIES LIMITED',
  published: `2026-10-${10 + (id % 10)}T09:00:00`,
  category: { '@term': term },
  content: `<div><p>${content}</p><p>Office holder: Invented PERSON, 1 Secret Street</p></div>`,
  ...change,
});
const feed = (...entry: unknown[]) => ({ 'f:total': String(entry.length), entry });
const petition = notice(1, '2450', 'Petitions to Wind Up (Companies)', '(Company Number 00123456 )');
const order = notice(2, '2452', 'Winding-Up Orders', 'Company Number: 123456');

const REPORT = 'report { isInsolvent events { what on isInsolvency } sentences }';
const ask = async (columns: object = {}) => {
  const { id } = await ledger.customer('Sound Supplies Ltd', {
    registration_number: '123456',
    country: 'GB',
    ...columns,
  });
  const { requestCreditCheck } = await product.gql(
    `mutation ($input: RequestCreditCheckInput!) { requestCreditCheck(input: $input) { outcome sentence creditCheck { provider reference received ${REPORT} } } }`,
    { input: { customerId: String(id), provider: 'GAZETTE', anew: true } },
  );
  return { ...requestCreditCheck, ...requestCreditCheck.creditCheck, id };
};
const asked = async (answer: unknown, columns: object = {}) => {
  providers.answers.set(FEED, answer);
  return ask(columns);
};

test('a petition that names the number is an event and a warning, and no insolvency yet', async () => {
  const { outcome, report, reference } = await asked(feed(petition));
  expect([outcome, reference, report.isInsolvent]).toEqual(['NEW', '00123456', null]);
  expect(report.events).toEqual([
    { what: 'The Gazette: Petitions to Wind Up (Companies)', on: '2026-10-11', isInsolvency: false },
  ]);
  expect(report.sentences).toContain('A petition to wind it up has been presented and not been dismissed.');
  const [path] = providers.paths();
  expect(path).toMatch(/[?&]text=00123456&results-page-size=100&sort-by=latest-date$/);
});

test('a petition that was dismissed since is no warning; a winding-up order is insolvency, and declines', async () => {
  const dismissed = notice(9, '2461', 'Dismissal of Winding-Up Petition', 'Company Number: 00123456');
  expect((await asked(feed(dismissed, petition))).report.sentences.join(' ')).not.toMatch(/has been presented/);
  const { report, id } = await asked(feed(order, petition));
  expect([report.isInsolvent, report.events[0].isInsolvency]).toEqual([true, true]);
  await ledger.insert('invoice', {
    ...{
      customer_id: id,
      number: 'I',
      issued_on: '2026-08-01',
      due_on: '2026-08-31',
      currency: 'EUR',
      amount_minor: 100,
    },
  });
  const { vet } = await product.gql(
    `mutation { vet(input: { customerId: "${id}", companyName: "Sound Supplies Ltd", entityType: COMPANY, currency: "EUR", contractValueMinor: 100000, monthlyRunMinor: 10000, termsDaysAsked: 30 }) { recommendation { outcome hardRule } } }`,
  );
  expect(vet.recommendation).toEqual({ outcome: 'DECLINE', hardRule: 'In an insolvency procedure: no credit.' });
});

test('a members’ voluntary liquidation is solvent by law', async () => {
  const solvent = notice(3, '2431', 'Resolutions for Winding-Up', '(Company Number 00123456)');
  expect((await asked(feed(solvent))).report).toMatchObject({ isInsolvent: null, events: [{ isInsolvency: false }] });
});

test('another’s number is another’s notice; a like name without a number is told and decides nothing', async () => {
  const others = notice(4, '2452', 'Winding-Up Orders', 'Company Number: 09999999');
  const nameless = notice(5, '2452', 'Winding-Up Orders', 'No number is given here.');
  const { report } = await asked(feed(others, nameless));
  expect([report.isInsolvent, report.events]).toEqual([null, []]);
  expect(report.sentences).toContain(
    'May be about it, by the name alone: Winding-Up Orders, SOUND SUPPLIES LIMITED, 15 Oct 2026. Nothing is decided by it.',
  );
});

test('without a number the name is asked for, and nothing can be exact', async () => {
  const { report } = await asked(feed(order), { registration_number: null });
  expect([report.isInsolvent, report.events.length]).toEqual([null, 0]);
  expect(providers.paths().at(-1)).toContain('text=%22Sound+Supplies+Ltd%22');
});

test('one notice comes without a list, none with a nought, and the names of people in notices are not kept', async () => {
  const single = await asked({ 'f:total': '1', entry: petition });
  expect(single.report.events).toHaveLength(1);
  expect(JSON.stringify(single.received)).not.toMatch(/PERSON|Secret/);
  const none = await asked({ 'f:total': '0' });
  expect(none.report.sentences).toContain('No notice of insolvency names 00123456; that proves nothing.');
  const broken = await asked(feed(petition, { title: 'no id' }, null));
  expect(broken.report.events).toHaveLength(1);
  expect(broken.report.sentences).toContain('Only the newest 1 of 3 notices were read.');
});

const troubles: [string, unknown, Mood[], RegExp][] = [
  ['does not answer', feed(), ['hang'], /The Gazette did not answer within 2 seconds/],
  ['lets nobody in', feed(), [{ status: 401 }], /The Gazette does not let us in/],
  ['is asked too much', feed(), [{ status: 429, headers: { 'retry-after': '30' } }], /wants us to wait 30 seconds/],
  ['is out of order', feed(), [{ status: 500 }], /out of order \(500\)/],
  ['sends half of its JSON', feed(petition), ['half'], /not whole JSON/],
  ['breaks off', feed(petition), ['break off'], /broke off/],
  ['answers something else', { hello: 1 }, [], /answered without a list of notices/],
  ['says there are notices and sends none', { 'f:total': '7' }, [], /answered without a list of notices/],
];
test.each(troubles)('when it %s there is a sentence, and no report', async (_, answer, moods, sentence) => {
  providers.answers.set(FEED, answer);
  providers.will(FEED, ...moods);
  const said = await ask();
  expect([said.outcome, said.creditCheck]).toEqual(['NONE', null]);
  expect(said.sentence).toMatch(sentence);
});

test('asked too much for a moment it waits and asks again; abroad it knows nobody', async () => {
  providers.answers.set(FEED, feed(petition));
  providers.will(FEED, { status: 429, headers: { 'retry-after': '0' } });
  expect((await ask()).outcome).toBe('NEW');
  const { id } = await ledger.customer('Firma', { country: 'DE' });
  const { errors } = await product.ask(
    `mutation { requestCreditCheck(input: { customerId: "${id}", provider: GAZETTE }) { outcome } }`,
  );
  expect(errors?.[0]?.message).toMatch(/The Gazette knows companies of the United Kingdom only/);
});
