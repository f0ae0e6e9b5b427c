import { PersonRole } from '../../api/auth/person.entity.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { type Asker, nobodyAt } from '../support/asker.js';
import { completeForm as complete } from '../support/complete-form.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// Sales begins an application and sends the company a link to a form of its own. Whoever holds the link sees our name and
// what is asked, writes, comes back, and sends it in with consent; then it is decided like any other.
const post = new MailServer();
let product: Product;
let sales: Asker;
let anyone: Asker;
beforeAll(async () => {
  const port = await post.listen();
  product = await startApi({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: 'https://credit.example.com',
      TRUSTED_PROXIES: 'loopback',
    },
  });
  sales = await product.as(PersonRole.SALES);
});
afterAll(async () => {
  await product.close();
  await post.close();
});
let askers = 0;
beforeEach(() => {
  (product.get(Clock) as StoppedClock).moveTo('2026-11-22T09:00:00Z');
  askers++;
  anyone = nobodyAt(product.url, `192.0.2.${askers}`);
});

type Answers = Record<string, string>;
const list = (answers: Answers) => Object.entries(answers).map(([question, text]) => ({ question, text }));
const APPLICATION =
  'id state companyName linkEndsAt submittedAt consentedBy consent customerId decisionId answers { question text isFromProspect }';
const FORM = 'supplier companyName isSubmitted consent questions { key isRequired } answers { question text }';
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that the test asked for
const coded = ({ data, errors }: Awaited<ReturnType<Asker['ask']>>): any => ({
  ...(Object.values(data ?? {})[0] as object | undefined),
  ...(errors && {
    code: errors[0]?.extensions.code,
    message: errors[0]?.message,
    fields: errors[0]?.extensions.fields,
  }),
});

const keep = async (answers: Answers, applicationId: string | null = null, as = sales) =>
  coded(
    await as.ask(
      `mutation ($input: CreditApplicationInput!) { keepCreditApplication(input: $input) { ${APPLICATION} } }`,
      {
        input: { applicationId, answers: list(answers) },
      },
    ),
  );
const link = async (applicationId: string, more: object = {}, as = sales) =>
  coded(
    await as.ask(
      'mutation ($input: SendCreditApplicationInput!) { sendCreditApplication(input: $input) { link application { state } } }',
      { input: { applicationId, supplier: 'Paper & Co', ...more } },
    ),
  );
const secretIn = (address: string) => /^https:\/\/credit\.example\.com\/apply#([\w-]{43})$/.exec(address)?.[1] ?? '';
const open = async (secret: string, from = anyone) =>
  coded(await from.ask(`query ($secret: String!) { prospectForm(secret: $secret) { ${FORM} } }`, { secret }));
const write = async (secret: string, answers: Answers) =>
  coded(
    await anyone.ask(`mutation ($input: ProspectAnswersInput!) { keepProspectForm(input: $input) { ${FORM} } }`, {
      input: { secret, answers: list(answers) },
    }),
  );
const sendIn = async (secret: string, answers: Answers = {}, consentedBy = 'Ida Ink') =>
  coded(
    await anyone.ask(`mutation ($input: SubmitProspectFormInput!) { submitProspectForm(input: $input) { ${FORM} } }`, {
      input: { secret, answers: list(answers), consentedBy },
    }),
  );
const seen = async (id: string) =>
  (await sales.gql(`{ creditApplication(applicationId: "${id}") { ${APPLICATION} } }`)).creditApplication;
/** An application with a link to its form. */
async function sent(answers: Answers, more: object = {}): Promise<{ id: string; secret: string }> {
  const { id } = await keep(answers);
  return { id, secret: secretIn((await link(id, more)).link) };
}

test('a draft is kept as it was typed, right or wrong, until it is decided', async () => {
  const draft = await keep({ companyName: 'Ink Works', contractValue: '60.00,0', margin: '140 %' });
  expect(draft).toMatchObject({ state: 'DRAFT', companyName: 'Ink Works' });
  const changed = await keep({ contractValue: '60,000.00', margin: '' }, draft.id);
  expect(changed.answers).toEqual([
    { question: 'companyName', text: 'Ink Works', isFromProspect: false },
    { question: 'contractValue', text: '60,000.00', isFromProspect: false },
  ]);
  expect(await keep({ shoeSize: '42' })).toMatchObject({ code: 'NO_QUESTION' });
});

test('the form shows our name and what is asked, and nothing of what we wrote or know', async () => {
  const { id, secret } = await sent({
    companyName: 'Ink Works',
    margin: '30',
    contractValue: '60000',
    registrationNumber: '00123456',
  });
  expect(await seen(id)).toMatchObject({ state: 'SENT', linkEndsAt: '2026-12-06T09:00:00.000Z' });
  const form = await open(secret);
  expect(form).toMatchObject({ supplier: 'Paper & Co', companyName: 'Ink Works', isSubmitted: false, answers: [] });
  const asked = form.questions.map(({ key }: { key: string }) => key);
  for (const ours of ['margin', 'contractValue', 'bureauScore', 'netWorth', 'judgments'])
    expect(asked).not.toContain(ours);
  expect(JSON.stringify(form)).not.toMatch(/60000|00123456/);
  expect(form.questions.filter(({ isRequired }: { isRequired: boolean }) => isRequired).length).toBeLessThanOrEqual(10);
  // The link opens nothing else.
  expect((await anyone.ask(`{ creditApplication(applicationId: "${id}") { id } }`)).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  );
  expect(await write(secret, { margin: '99' })).toMatchObject({ code: 'NO_QUESTION' });
});

test('the prospect writes, comes back, and sends it in with consent; its answers go before ours', async () => {
  const { id, secret } = await sent({ companyName: 'Ink Works', termsDaysAsked: '30', country: 'DE' });
  await write(secret, { companyName: 'Ink Works Ltd', country: 'Narnia' });
  expect((await open(secret)).answers).toEqual([
    { question: 'country', text: 'Narnia' },
    { question: 'companyName', text: 'Ink Works Ltd' },
  ]);
  const refused = await sendIn(secret, { registrationNumber: '123' });
  expect(refused).toMatchObject({ code: 'ANSWERS_NOT_RIGHT' });
  expect(refused.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
    'contactEmail',
    'contactName',
    'country',
    'entityType',
  ]);
  // Refused, and still there.
  expect((await open(secret)).answers).toHaveLength(3);
  expect((await sendIn(secret, { ...complete, registrationNumber: '123' })).fields).toEqual([
    {
      field: 'registrationNumber',
      sentence: expect.stringMatching(/“123” is no company number of the United Kingdom: eight/),
    },
  ]);
  expect(await sendIn(secret, complete, '  ')).toMatchObject({ fields: [{ field: 'consentedBy' }] });
  expect(await sendIn(secret, complete)).toMatchObject({ isSubmitted: true });
  const { answers, consent, ...rest } = await seen(id);
  expect(rest).toMatchObject({ state: 'SUBMITTED', consentedBy: 'Ida Ink', submittedAt: '2026-11-22T09:00:00.000Z' });
  expect(consent).toMatch(/credit reference agencies/);
  const text = Object.fromEntries(
    answers.map((each: { question: string; text: string }) => [each.question, each.text]),
  );
  expect(text).toMatchObject({ ...complete, termsDaysAsked: '30' });
  expect(await sendIn(secret, complete)).toMatchObject({ code: 'FORM_ALREADY_SENT' });
  expect(await write(secret, { remarks: 'later' })).toMatchObject({ code: 'FORM_ALREADY_SENT' });
});

test('a link for one company is none for another: a sentence at the field, and the draft stands', async () => {
  const { secret } = await sent({ companyName: 'Ink Works', registrationNumber: '00123456' });
  expect((await sendIn(secret, { ...complete, companyName: 'Birch Timber Ltd' })).fields).toEqual([
    { field: 'companyName', sentence: expect.stringMatching(/^This link is for Ink Works alone/) },
  ]);
  expect((await sendIn(secret, { ...complete, registrationNumber: '00999999' })).fields).toEqual([
    { field: 'registrationNumber', sentence: expect.stringMatching(/another number in the register/) },
  ]);
  expect((await open(secret)).answers).toHaveLength(6);
  expect(await sendIn(secret, { registrationNumber: '0012 3456'.replace(' ', '') })).toMatchObject({
    isSubmitted: true,
  });
});

test('after its last day a link says so; what was written stands and a new link shows it', async () => {
  const { id, secret } = await sent({ companyName: 'Ink Works' }, { days: 3 });
  await write(secret, { contactName: 'Ida Ink' });
  (product.get(Clock) as StoppedClock).moveTo('2026-11-25T09:00:00Z');
  for (const answer of [await open(secret), await write(secret, { remarks: 'x' }), await sendIn(secret, complete)])
    expect(answer).toMatchObject({
      code: 'FORM_LINK_ENDED',
      message:
        'This link ended on 25 Nov 2026. What you wrote is kept: ask Paper & Co for a new link, and go on where you stopped.',
    });
  const newer = secretIn((await link(id, {}, await product.as(PersonRole.MANAGER))).link);
  expect((await open(newer)).answers).toEqual([{ question: 'contactName', text: 'Ida Ink' }]);
  expect(await open(secret)).toMatchObject({ code: 'FORM_LINK_UNKNOWN' });
});

test('the link is mailed where there is a mail server, and is then shown to nobody else', async () => {
  const { id } = await keep({ companyName: 'Ink Works' });
  expect(await link(id, { email: 'ida@ink.example' })).toEqual({
    link: null,
    application: { state: 'SENT' },
  });
  await product.work();
  const [mail] = post.receivedFor('ida@ink.example');
  expect(mail?.subject).toBe('Credit application for Paper & Co');
  const secret = /apply#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(await open(secret)).toMatchObject({ companyName: 'Ink Works' });
});

test('a mail that still waits when a newer link is made is not sent: the newer link stays good', async () => {
  const { id } = await keep({ companyName: 'Ink Works' });
  await link(id, { email: 'mistyped@ink.example' });
  await link(id, { email: 'iris@ink.example' });
  await product.work();
  expect(post.receivedFor('mistyped@ink.example')).toEqual([]);
  const [mail] = post.receivedFor('iris@ink.example');
  expect(await open(/apply#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '')).toMatchObject({ companyName: 'Ink Works' });

  // Nor does a mail that waits take the place of a link that was handed over instead.
  await link(id, { email: 'mistyped@ink.example' });
  const secret = secretIn((await link(id)).link);
  await product.work();
  expect(post.receivedFor('mistyped@ink.example')).toEqual([]);
  expect(await open(secret)).toMatchObject({ companyName: 'Ink Works' });
});

test('a link that was forged, cut, lengthened or is too old is refused with 403 and the same code whatever was wrong with it', async () => {
  const { secret } = await sent({ companyName: 'Ink Works' });
  const refusals = [];
  for (const wrong of ['x'.repeat(43), secret.slice(0, -1), `${secret}A`, '', 'x'.repeat(5_000)]) {
    const answer = await anyone.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ prospectForm(secret: "${wrong}") { supplier } }` }),
    });
    refusals.push(`${answer.status} ${await answer.text()}`);
  }
  expect(new Set(refusals).size).toBe(1);
  expect(refusals[0]).toMatch(/^403 .*"FORM_LINK_UNKNOWN"/);
});

test('whoever tries links that open nothing has to wait, and others have not', async () => {
  const other = nobodyAt(product.url, '198.51.100.9');
  const codes = new Set<string>();
  for (let i = 0; i < 35; i++) codes.add((await open(`guess-${i}`, other)).code);
  expect([...codes]).toEqual(['FORM_LINK_UNKNOWN', 'TOO_MANY_TRIES']);
  expect(await open('guess')).toMatchObject({ code: 'FORM_LINK_UNKNOWN' });
});

test('the decision that is kept from it decides it, and its contact is who gets the reminders', async () => {
  const { id, secret } = await sent({ companyName: 'Ink Works' });
  await sendIn(secret, complete);
  const { vet } = await sales.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id contacts { nodes { name email } } } } } }',
    {
      input: {
        ...{ companyName: 'Ink Works Ltd', entityType: 'COMPANY', currency: 'GBP', contractValueMinor: 600_000 },
        ...{ monthlyRunMinor: 50_000, termsDaysAsked: 30, yearsTrading: 12, keep: true, applicationId: id },
      },
    },
  );
  expect(await seen(id)).toMatchObject({
    state: 'DECIDED',
    decisionId: vet.decision.id,
    customerId: vet.decision.customer.id,
  });
  expect(vet.decision.customer.contacts.nodes).toEqual([{ name: 'Ida Ink', email: 'ida@ink.example' }]);
  expect(await keep({ margin: '1' }, id)).toMatchObject({ code: 'APPLICATION_DECIDED' });
  expect(await open(secret)).toMatchObject({ code: 'FORM_LINK_UNKNOWN' });
});

test('whoever is erased at the customer is erased in its application as well', async () => {
  const { id, secret } = await sent({ companyName: 'Ink Press' });
  await sendIn(secret, {
    ...complete,
    companyName: 'Ink Press Ltd',
    registrationNumber: '00123999',
    remarks: 'Ask Ida Ink.',
  });
  const { vet } = await sales.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { customer { id contacts { nodes { id } } } } } }',
    {
      input: {
        ...{ companyName: 'Ink Press Ltd', entityType: 'COMPANY', currency: 'GBP', contractValueMinor: 600_000 },
        ...{ monthlyRunMinor: 50_000, termsDaysAsked: 30, yearsTrading: 12, keep: true, applicationId: id },
      },
    },
  );
  const { customer } = vet.decision;
  await product.gql(
    `mutation { eraseContactData(input: { customerId: "${customer.id}", contactId: "${customer.contacts.nodes[0].id}" }) { decisions } }`,
  );
  expect(JSON.stringify(await seen(id))).not.toMatch(/Ida|ida@ink/);
  expect((await seen(id)).companyName).toBe('Ink Press Ltd');
});

test('sales sees its own applications, a manager all', async () => {
  const { id } = await keep({ companyName: 'Hidden Ltd' }, null, await product.as(PersonRole.SALES));
  const query = '{ creditApplications(filter: { search: "hidden" }) { nodes { id } } }';
  expect((await sales.gql(query)).creditApplications.nodes).toEqual([]);
  expect((await product.gql(query)).creditApplications.nodes).toEqual([{ id }]);
  expect(await keep({ margin: '1' }, id)).toMatchObject({ code: 'NOT_FOUND' });
});

test('neither secret nor what people wrote is in the audit', async () => {
  const { secret } = await sent({ companyName: 'Audited Ltd' });
  await sendIn(secret, { ...complete, companyName: 'Audited Ltd' });
  const rows = JSON.stringify(
    await TestLedger.of(product).sql.rows(`select * from audit_entry where subject_type = 'credit application'`),
  );
  expect(rows).toContain('sent in a credit application');
  expect(rows).not.toMatch(/Ida|ida@ink|Audited/);
  expect(rows).not.toContain(secret);
});

test('strangers who guess at links, all at once, keep nobody else out', async () => {
  const wrong = Array.from({ length: 40 }, (_, i) => write(`guess-${i}`, { remarks: 'x' }));
  const codes = new Set((await Promise.all(wrong)).map(({ code }) => code));
  expect([...codes].every((code) => code === 'FORM_LINK_UNKNOWN' || code === 'TOO_MANY_TRIES')).toBe(true);
  expect((await product.gql('{ book { today } }')).book.today).toBe('2026-11-22');
});

test('what is typed into an application, by us and by the prospect, is in the audit by the names of what changed', async () => {
  const { id, secret } = await sent({ companyName: 'Written Ltd' });
  await keep({ margin: '0.3' }, id);
  await keep({ margin: '0.3' }, id);
  await write(secret, { remarks: 'Ida says so.' });
  await sendIn(secret, { ...complete, companyName: 'Written Ltd' });
  const entries = await TestLedger.of(product).sql.rows<{ action: string; actor: string; questions: string[] | null }>(
    `select action, actor, details -> 'questions' as questions from audit_entry where subject_type = 'credit application' and subject_id = $1 order by id`,
    [id],
  );
  expect(entries.map(({ action }) => action)).toEqual([
    'began a credit application',
    'made a link to a credit application',
    'changed a credit application',
    'wrote in the form of a credit application',
    'wrote in the form of a credit application',
    'sent in a credit application',
  ]);
  expect(entries[2]?.questions).toEqual(['margin']);
  expect(entries[3]).toMatchObject({ actor: 'the prospect, by its link', questions: ['remarks'] });
});

test('an application is not ended by a decision about another company', async () => {
  const { id } = await keep({ companyName: 'Alder Print Ltd' });
  const { errors } = await sales.ask('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', {
    input: {
      ...{ companyName: 'Birch Transport Ltd', entityType: 'COMPANY', currency: 'GBP', contractValueMinor: 600_000 },
      ...{ monthlyRunMinor: 50_000, termsDaysAsked: 30, yearsTrading: 12, keep: true, applicationId: id },
    },
  });
  expect(errors?.[0]?.extensions.code).toBe('APPLICATION_OF_ANOTHER');
  expect((await seen(id)).state).toBe('DRAFT');
});
