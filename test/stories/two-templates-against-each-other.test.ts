import { getsSecond } from '../../analytics/index.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { TemplateComparisons } from '../../api/reminders/templates/comparisons.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import type { Asker } from '../support/asker.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Other words are tried against those in use: half of the customers get them, and they turn out to be the better ones.
// Begun on a Friday, said on Monday 23 November 2026, all invoices due on the 30th.
const clock = new StoppedClock('2026-11-20T10:00:00Z');
const customers: TestCustomer[] = [];
let product: Product;
let asker: Asker;
let ledger: TestLedger;
let id: string;

beforeAll(async () => {
  product = await startApi({ clock });
  asker = product;
  ledger = TestLedger.of(product);
  for (let i = 1; i <= 160; i++) {
    const customer = await (await ledger.customer(`Customer ${i}`)).contact(`pay@customer${i}.example`);
    await customer.invoice(`I${i}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
    customers.push(customer);
  }
});
afterAll(() => product.close());

const place = { language: 'EN', situation: 'BEFORE_ONE' };
const second = {
  ...place,
  subject: 'Could you pay invoice {invoice} {due}?',
  body: 'Hello {contact},\n\nThis is the bill we spoke of.\n\n{list}',
};
const OF = `id begunBy endedBy keepsSecond reason first { subject } second { id subject } result { verdict uplift interval anyDayInterval
  daysEarlier daysEarlierInterval first { customers invoices paidInTime } second { customers invoices paidInTime } }`;
const begin = (input: object, by: Asker = asker) =>
  by.ask(`mutation ($input: ReminderTemplateInput!) { compareReminderTemplate(input: $input) { ${OF} } }`, { input });
const codeOf = async (answer: ReturnType<Asker['ask']>) => (await answer).errors?.[0]?.extensions.code;
const now = async () =>
  (await asker.gql(`{ templateComparisons { nodes { ${OF} } } }`)).templateComparisons.nodes.find(
    (of: { id: string }) => of.id === id,
  );
const inUse = async () =>
  (
    await asker.gql(
      '{ reminderTemplates(first: 50, filter: { language: EN, situation: BEFORE_ONE, isNewest: true }) { nodes { id subject } } }',
    )
  ).reminderTemplates.nodes;
const drawn = ({ number }: TestCustomer) => getsSecond(number, Number(id));
const comeBack = async (at: string) => {
  clock.moveTo(at);
  asker = await product.as(PersonRole.MANAGER); // who signed in a week ago must do so again
};

test('words are tried against those in use; the same words, words with an unknown field, and a second trial at once are refused', async () => {
  const [{ subject }] = await inUse();
  const answer = await begin(second);
  id = answer.data.compareReminderTemplate.id;
  expect(answer.data.compareReminderTemplate).toMatchObject({
    first: { subject },
    second: { subject: second.subject },
    endedBy: null,
    result: { verdict: 'OPEN', uplift: null, first: { customers: 0 }, second: { customers: 0 } },
  });
  expect(await codeOf(begin({ ...second, subject: 'Something else {invoice}' }))).toBe('WORDS_ARE_COMPARED');
  expect(await codeOf(begin({ ...second, situation: 'BEFORE_SEVERAL', subject: '{nothing}' }))).toBe(
    'TEMPLATE_NOT_RIGHT',
  );
  expect(await codeOf(begin({ ...second, step: 'T-99' }))).toBe('NOTHING_TO_COMPARE');
  expect(await codeOf(begin(second, await product.as(PersonRole.SALES)))).toBe('FORBIDDEN');
  const set = 'mutation ($input: ReminderTemplateInput!) { setReminderTemplate(input: $input) { id } }';
  expect(await codeOf(asker.ask(set, { input: second }))).toBe('WORDS_ARE_COMPARED');
  expect((await inUse())[0].subject).toBe(subject);
  const { reminderTemplates } = await asker.gql(
    '{ reminderTemplates(first: 50, filter: { language: DE, situation: OVERDUE_ONE, isNewest: true }) { nodes { subject body shortText } } }',
  );
  const same = { language: 'DE', situation: 'OVERDUE_ONE', ...reminderTemplates.nodes[0] };
  expect(await codeOf(begin(same))).toBe('NOTHING_TO_COMPARE');
});

test('of two who begin, or set the words, at the same moment, one is told of the other', async () => {
  const set = 'mutation ($input: ReminderTemplateInput!) { setReminderTemplate(input: $input) { id } }';
  const other = (subject: string) => ({ ...second, situation: 'OVERDUE_ONE', subject });
  // Both have read what there is before either can write.
  const answers = await ledger.sql
    .transaction(async (client) => {
      await client.query('lock table template_comparison, reminder_template in share mode');
      const asked = [
        begin(other('First {invoice}')),
        begin(other('Second {invoice}')),
        asker.ask(set, { input: other('Set {invoice}') }),
      ];
      await new Promise((resolve) => setTimeout(resolve, 500));
      return asked;
    })
    .then((asked) => Promise.all(asked));
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done');
  expect(codes.slice(0, 2).sort()).toEqual(['WORDS_ARE_COMPARED', 'done']);
  expect(['done', 'WORDS_ARE_COMPARED']).toContain(codes[2]);
  // What is compared is what is in use.
  const rows = await ledger.sql.rows<{ same: boolean }>(
    `select c.first_id = (select max(id) from reminder_template where situation = 'overdue_one' and language = 'en' and not is_tried) as same
       from template_comparison c where c.ended_at is null and c.situation = 'overdue_one'`,
  );
  expect(rows).toEqual([{ same: true }]);
});

test('half of the customers get the second, the same whenever they are looked at; it stands with the message', async () => {
  await comeBack('2026-11-23T10:00:00Z');
  const { reminderPlan } = await asker.gql(
    '{ reminderPlan { messages(first: 200) { nodes { subject customer { number } } } } }',
  );
  const isSecond = ({ subject }: { subject: string }) => subject.startsWith('Could you pay');
  const planned = new Map(
    reminderPlan.messages.nodes.map((of: { subject: string; customer: { number: string } }) => [
      of.customer.number,
      isSecond(of),
    ]),
  );
  await asker.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
  const sent = await ledger.sql.rows<{ number: string; subject: string; templateId: number }>(
    `select c.number, d.subject, d.template_id as "templateId" from delivery d join customer c on c.id = d.customer_id where d.state = 'sent'`,
  );
  expect(sent).toHaveLength(160);
  const { second: other } = await now();
  for (const of of sent) {
    const gets = getsSecond(of.number, Number(id));
    expect([isSecond(of), of.templateId === Number(other.id), planned.get(of.number)]).toEqual([gets, gets, gets]);
  }
  const share = customers.filter(drawn).length / customers.length;
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.6);
});

test('while invoices are not due nothing is said, and nothing ends', async () => {
  await product.get(TemplateComparisons).endWhatHarms();
  expect(await now()).toMatchObject({ endedBy: null, result: { verdict: 'OPEN', second: { customers: 0 } } });
});

test('more is paid in time with the second: it alone is used from that day on, once, and the audit says why', async () => {
  for (const [i, customer] of customers.entries())
    if (drawn(customer) ? i % 10 > 0 : i % 10 > 6)
      await customer.pays(`P${i}`, '2026-11-28', 10_000, { [`I${i + 1}`]: 10_000 });
  await comeBack('2026-12-01T05:00:00Z');
  const before = await now();
  await product.get(TemplateComparisons).endWhatHarms();
  await product.get(TemplateComparisons).endWhatHarms();
  const after = await now();
  const paid = (isSecond: boolean) =>
    customers.filter((of, i) => drawn(of) === isSecond && (isSecond ? i % 10 > 0 : i % 10 > 6)).length;
  const size = customers.filter(drawn).length;
  expect(after.result).toMatchObject({
    verdict: 'HELPS',
    second: { customers: size, invoices: size, paidInTime: paid(true) },
    first: { customers: 160 - size, invoices: 160 - size, paidInTime: paid(false) },
  });
  expect(after.result.uplift).toBeCloseTo(paid(true) / size - paid(false) / (160 - size), 12);
  expect(after.result).toEqual(before.result);
  expect(after.result.anyDayInterval[0]).toBeGreaterThan(0);
  expect(after).toMatchObject({
    endedBy: 'the program',
    keepsSecond: true,
    reason: 'More is paid in time where the second words are used: they alone are from now on.',
  });
  expect(await inUse()).toEqual([{ id: after.second.id, subject: second.subject }]);
  const ended = await ledger.sql.rows<{ actor: string; details: { interval: number[] } }>(
    `select actor, details from audit_entry where action = 'ended a comparison of templates'`,
  );
  expect(ended).toEqual([
    { actor: 'the program', details: expect.objectContaining({ interval: after.result.anyDayInterval }) },
  ]);
});

test('days are told a month after the due day; what the words in use did after the end changes nothing', async () => {
  expect((await now()).result.daysEarlier).toBeNull();
  const late = await (await ledger.customer('Comes later')).contact('pay@later.example');
  await late.invoice('LATER', { issued: '2026-11-10', due: '2026-12-14', minor: 10_000 });
  await comeBack('2026-12-07T10:00:00Z');
  const { verdict, second: arm } = (await now()).result;
  await asker.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
  await comeBack('2027-01-04T05:00:00Z');
  const { result } = await now();
  expect([result.verdict, result.second]).toEqual([verdict, arm]);
  // Paid two days before the due day, or not at all: 30.
  const mean = (of: { invoices: number; paidInTime: number }) =>
    (of.paidInTime * -2 + (of.invoices - of.paidInTime) * 30) / of.invoices;
  expect(result.daysEarlier).toBeCloseTo(mean(result.first) - mean(result.second), 9);
  expect(result.daysEarlierInterval[0]).toBeGreaterThan(0);
});

test('a person may end one early, and keep what was in use; what is over does not end again', async () => {
  const [{ subject }] = await inUse();
  const made = (await begin({ ...second, subject: 'A third way to say {invoice} {due}' })).data.compareReminderTemplate;
  const end =
    'mutation ($input: EndComparisonInput!) { endTemplateComparison(input: $input) { endedBy keepsSecond reason } }';
  const input = { comparisonId: made.id, keepsSecond: false, reason: 'The lawyers do not like it.' };
  const { endTemplateComparison } = await asker.gql(end, { input });
  expect(endTemplateComparison).toMatchObject({ keepsSecond: false, reason: 'The lawyers do not like it.' });
  expect(await inUse()).toEqual([expect.objectContaining({ subject })]);
  expect(await codeOf(asker.ask(end, { input }))).toBe('COMPARISON_OVER');
  expect(await codeOf(asker.ask(end, { input: { ...input, comparisonId: '999' } }))).toBe('NOT_FOUND');
});
