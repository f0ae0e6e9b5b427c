import { NewPassword } from '../../api/auth/new-password.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { Sql } from '../../api/shared/sql.js';
import { type Asker, keyHolder } from '../support/asker.js';
import { customerHeader, invoiceHeader, paymentHeader, runImport } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// A file does what people decide elsewhere with a second pair of eyes, or with a right of their own: not by being a file.
let product: Product;
let finance: Asker;
let admin: Asker;
beforeAll(async () => {
  product = await startApi();
  [finance, admin] = [await product.as(PersonRole.FINANCE), await product.as(PersonRole.ADMIN)];
  await runImport(product, {
    'customers.csv': `${customerHeader}C1,Alder,,GB,company,EUR,13000.00,\nC2,Birch,,GB,company,EUR,,\n`,
    'invoices.csv': `${invoiceHeader}C1,I1,2026-01-10,2026-02-09,522.50,EUR\nC2,J1,2026-01-10,2026-02-09,10.00,EUR\n`,
    'rates.csv': 'currency,to_currency,valid_on,rate,source\nGBP,EUR,2026-01-01,1.15,the bank\n',
  });
});
afterAll(() => product.close());

async function upload(asker: Asker, name: string, content: string): Promise<string> {
  const form = new FormData();
  form.append('files', new File([content], name, { type: 'text/csv' }));
  const { id } = (await (await asker.fetch('/imports', { method: 'POST', body: form })).json()) as { id: string };
  await product.get(Jobs).drain();
  return id;
}
async function post(asker: Asker, name: string, content: string) {
  const id = await upload(asker, name, content);
  const { data, errors } = await asker.ask(
    `mutation { postImport(input: { importId: "${id}" }) { state report { warnings { nodes { sentence } } } } }`,
  );
  await product.get(Jobs).drain();
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, ...data?.postImport };
}
const limitOf = (number: string) =>
  product.get(Sql).one('select credit_limit_minor as minor from customer where number = $1', [number]);
const newestEntry = async () =>
  (
    await product.gql(
      '{ auditEntries(first: 1, filter: { action: "imported files" }) { nodes { actor origin before after details } } }',
    )
  ).auditEntries.nodes[0];

test('a file does not raise a limit: it says where that is asked for, and the rest of the row is taken', async () => {
  const posted = await post(finance, 'customers.csv', `${customerHeader}C1,Alder & Co,,GB,company,EUR,9000000.00,\n`);
  expect(posted.report.warnings.nodes).toEqual([
    {
      sentence:
        'A file does not raise the limit of C1, which is EUR 13,000.00: that is asked for on the page of the customer, and another person approves it. The rest of the row is taken.',
    },
  ]);
  expect(await limitOf('C1')).toEqual({ minor: 1_300_000 });
  const { name } =
    (await product.get(Sql).one<{ name: string }>(`select name from customer where number = 'C1'`)) ?? {};
  expect(name).toBe('Alder & Co');
});

test('what was posted stands in the audit with who had it posted, from where, and limits as they were and are', async () => {
  await post(finance, 'customers.csv', `${customerHeader}C1,Alder & Co,,GB,company,EUR,12000.00,\n`);
  const { person } = (await finance.gql('{ me { person { name email } } }')).me;
  expect(await newestEntry()).toMatchObject({
    actor: `${person.name} <${person.email}>`,
    origin: expect.stringMatching(/127\.0\.0\.1|::1/),
    before: { limits: [{ customer: 'C1', currency: 'EUR', minor: 1_300_000 }] },
    after: { limits: [{ customer: 'C1', currency: 'EUR', minor: 1_200_000 }] },
  });
});

test('a key that may import sets no rates, changes no limits and writes nothing off', async () => {
  const { key } = (
    await admin.gql(
      'mutation { makeApiKey(input: { name: "ERP", permissions: ["imports.post", "imports.read", "book.read"], validDays: 30 }) { key } }',
    )
  ).makeApiKey;
  const erp = keyHolder(product.url, key);
  const refused = async (name: string, content: string) => {
    const { code, message } = await post(erp, name, content);
    expect(code).toBe('IMPORT_BEYOND_RIGHTS');
    return message;
  };
  const rate = 'currency,to_currency,valid_on,rate,source\nGBP,EUR,2026-11-22,0.0001,me\n';
  expect(await refused('rates.csv', rate)).toBe(
    'This import sets exchange rates, which takes the right settings.change. Have somebody post it who has it, or leave those rows out.',
  );
  await refused('customers.csv', `${customerHeader}C2,Birch,,GB,company,EUR,500.00,\n`);
  await refused('payments.csv', `${paymentHeader}C2,W1,2026-11-01,10.00,EUR,write-off,J1,10.00\n`);
  expect(await limitOf('C2')).toEqual({ minor: null });
  const sound = await post(erp, 'payments.csv', `${paymentHeader}C2,P1,2026-11-01,4.00,EUR,payment,J1,4.00\n`);
  expect(sound.state).toBe('POSTING');
  expect((await newestEntry()).actor).toContain('ERP');
});

test('a write-off of the ledger is in the audit with its number and amount', async () => {
  await post(finance, 'payments.csv', `${paymentHeader}C1,W9,2026-11-01,522.50,EUR,write-off,I1,522.50\n`);
  expect((await newestEntry()).details.writtenOff).toEqual([
    { customer: 'C1', number: 'W9', currency: 'EUR', minor: 52_250 },
  ]);
});

test('who sets what a currency is worth does not say alone what an amount in it comes to', async () => {
  await product.get(Sql).rows(`update customer set currency = 'GBP', credit_limit_minor = 1000 where number = 'C2'`);
  const setLimit = async (asker: Asker) => {
    const { id } = (await product.get(Sql).one<{ id: number }>(`select id from customer where number = 'C2'`)) ?? {};
    const { setCreditLimit } = await asker.gql(
      'mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { approval { id } } }',
      { input: { customerId: String(id), limitMinor: 50_000, reason: 'a trial' } },
    );
    return setCreditLimit.approval;
  };
  const other = await product.as(PersonRole.FINANCE);
  await finance.gql(
    'mutation { setExchangeRate(input: { currency: "GBP", validOn: "2026-11-22", rate: 0.0001, source: "me" }) { rate } }',
  );
  const waiting = await setLimit(finance);
  expect(waiting).toEqual({ id: expect.any(String) });
  await finance.gql(`mutation { withdrawApproval(input: { approvalId: "${waiting.id}" }) { state } }`);
  expect(await setLimit(other)).toBeNull();
});

test('nor by a rate for a day long past, nor by another reporting currency: and not anybody may approve it then', async () => {
  const sql = product.get(Sql);
  await sql.rows(`delete from exchange_rate where currency = 'GBP' or to_currency = 'GBP'`);
  await sql.rows(`update customer set currency = 'GBP', credit_limit_minor = 1000 where number = 'C2'`);
  const { id } = (await sql.one<{ id: number }>(`select id from customer where number = 'C2'`)) ?? {};
  const backdating = await product.as(PersonRole.FINANCE);
  await backdating.gql(
    'mutation { setExchangeRate(input: { currency: "GBP", validOn: "2026-08-01", rate: 0.0001, source: "me" }) { rate } }',
  );
  const asked = await backdating.gql(
    'mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { approval { id } } }',
    { input: { customerId: String(id), limitMinor: 500_000_000, reason: 'a trial' } },
  );
  expect(asked.setCreditLimit.approval).toEqual({ id: expect.any(String) });
  await backdating.gql(
    `mutation { withdrawApproval(input: { approvalId: "${asked.setCreditLimit.approval.id}" }) { state } }`,
  );

  const trickster = await product.as(PersonRole.FINANCE);
  const colleague = await product.as(PersonRole.FINANCE);
  await trickster.gql('mutation { setReportingCurrency(input: { currency: "USD" }) { reportingCurrency } }');
  await trickster.gql(
    'mutation { setExchangeRate(input: { currency: "GBP", validOn: "2026-08-01", rate: 0.0001, source: "me" }) { rate } }',
  );
  const { setCreditLimit } = await trickster.gql(
    'mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { approval { id amount { minor } } } }',
    { input: { customerId: String(id), limitMinor: 500_000_000, reason: 'a trial' } },
  );
  // What it comes to is not believed: it is beyond whoever has a bound.
  expect(setCreditLimit.approval).toEqual({ id: expect.any(String), amount: null });
  const approve = `mutation { approve(input: { approvalId: "${setCreditLimit.approval.id}" }) { state } }`;
  expect((await colleague.ask(approve)).errors?.[0]?.extensions.code).toBe('NOT_ENOUGH_AUTHORITY');
  await trickster.gql(
    `mutation { withdrawApproval(input: { approvalId: "${setCreditLimit.approval.id}" }) { state } }`,
  );

  // Nor is an amount in the new currency itself.
  await sql.rows(`update customer set currency = 'USD' where number = 'C2'`);
  const inDollars = await trickster.gql(
    'mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { approval { id } } }',
    { input: { customerId: String(id), limitMinor: 2_000, reason: 'a trial' } },
  );
  expect(inDollars.setCreditLimit.approval).toEqual({ id: expect.any(String) });
  await sql.rows(`update book set reporting_currency = 'EUR'`);
});

test('who came in by one click is out when the real book is in', async () => {
  const sql = product.get(Sql);
  const visitor = await product.as(PersonRole.SALES);
  await sql.rows('update person set is_demo = true where id = $1', [visitor.personId]);
  await sql.rows('update book set is_demo = true');
  await sql.rows('truncate customer cascade');
  expect((await visitor.gql('{ book { today } }')).book.today).toBe('2026-11-22');
  await runImport(product, { 'invoices.csv': `${invoiceHeader}R1,I1,2026-01-10,2026-02-09,10.00,EUR\n` });
  expect((await visitor.ask('{ book { today } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('what a visitor of the demo book made opens nothing of the real one: keys, people, links, authority', async () => {
  const sql = product.get(Sql);
  const own = await product.as(PersonRole.FINANCE);
  const visitor = await product.as(PersonRole.ADMIN);
  await sql.rows('update person set is_demo = true where id = $1', [visitor.personId]);
  // Whoever is no person of the demo book is not theirs to change, nor to let in.
  for (const act of [
    `changePerson(input: { personId: "${own.personId}", role: ADMIN }) { role }`,
    `makePasswordLink(personId: "${own.personId}")`,
    `signOutPerson(personId: "${own.personId}")`,
  ])
    expect((await visitor.ask(`mutation { ${act} }`)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');

  const { makeApiKey } = await visitor.gql(
    'mutation { makeApiKey(input: { name: "Robot", permissions: ["ledger.read"] }) { key } }',
  );
  const { addPerson } = await visitor.gql(
    'mutation { addPerson(input: { email: "friend@firm.example", name: "Friend", role: ADMIN }) { link person { id } } }',
  );
  await visitor.gql(
    'mutation { setAuthority(input: { action: SET_CREDIT_LIMIT, role: FINANCE, aloneUpTo: 900000000 }) { role } }',
  );
  await sql.rows('update book set is_demo = true');
  await sql.rows('truncate customer cascade');
  const robot = keyHolder(product.url, makeApiKey.key);
  expect((await robot.gql('{ customers { totalCount } }')).customers.totalCount).toBe(0);

  await runImport(product, { 'invoices.csv': `${invoiceHeader}R1,I1,2026-01-10,2026-02-09,10.00,EUR\n` });
  expect((await robot.ask('{ customers { totalCount } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await expect(
    product.get(NewPassword).set({ secret: new URL(addPerson.link).hash.slice(1), password: 'four words of mine' }),
  ).rejects.toThrow('This link was used already');
  expect(await sql.one('select is_active from person where id = $1', [addPerson.person.id])).toEqual({
    is_active: false,
  });
  expect(await sql.rows(`select from authority where alone_up_to = 900000000`)).toEqual([]);
  expect((await own.gql('{ customers { totalCount } }')).customers.totalCount).toBe(1);
});
