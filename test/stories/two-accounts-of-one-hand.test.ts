import { NewPassword } from '../../api/auth/new-password.service.js';
import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { type Asker, cookieHolder } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// An admin could add two accounts and be both pairs of eyes. Whoever was shown the link of an account has it in hand.
const post = new MailServer();
let shows: Product;
let mails: Product;
let ledger: TestLedger;
let itsLedger: TestLedger;
beforeAll(async () => {
  shows = await startApi();
  mails = await startApi({ env: { SMTP_URL: `smtp://127.0.0.1:${await post.listen()}` } });
  [ledger, itsLedger] = [TestLedger.of(shows), TestLedger.of(mails)];
});
afterAll(async () => {
  await shows.close();
  await mails.close();
  await post.close();
});

let made = 0;
const add = (by: Asker, role = 'FINANCE', email = `one${++made}@firm.example`) =>
  by
    .gql('mutation ($input: AddPersonInput!) { addPerson(input: $input) { link person { id email linkShownTo } } }', {
      input: { email, name: `One ${made}`, role },
    })
    .then(({ addPerson }) => addPerson as { link: string | null; person: { id: string; email: string } });
const newLink = async (by: Asker, id: string | number): Promise<string | null> =>
  (await by.gql(`mutation { makePasswordLink(personId: "${id}") }`)).makePasswordLink;
/** Sets a password by the link, and is signed in. */
async function enter(product: Product, id: string | number, link: string | null): Promise<Asker> {
  const password = 'correct horse battery staple';
  const { secret } = await product.get(NewPassword).set({ secret: new URL(link ?? '').hash.slice(1), password });
  return cookieHolder(product.url, Number(id), `goodstanding=${secret}`);
}
async function handed(product: Product, by: Asker, role?: string): Promise<Asker> {
  const { person, link } = await add(by, role);
  return enter(product, person.id, link);
}
async function mailedTo(email: string): Promise<string> {
  await mails.work();
  return /http:\S+set-password#[\w-]{43}/.exec(post.receivedFor(email).at(-1)?.text ?? '')?.[0] ?? '';
}
async function invited(by: Asker): Promise<Asker> {
  const { person } = await add(by);
  return enter(mails, person.id, await mailedTo(person.email));
}

/** One asks for a limit beyond their authority, the other approves: the code of the refusal, or the limit. */
async function together(product: Product, asks: Asker, approves: Asker): Promise<string | number> {
  const mill = await (product === mails ? itsLedger : ledger).customer(`Mill ${++made}`, { credit_limit_minor: 0 });
  const { setCreditLimit } = await asks.gql(
    `mutation { setCreditLimit(input: { customerId: "${mill.id}", limitMinor: 2000000, reason: "They grow." }) { approval { id } } }`,
  );
  const { data, errors } = await approves.ask(
    `mutation { approve(input: { approvalId: "${setCreditLimit.approval.id}" }) { customer { creditLimit { minor } } } }`,
  );
  return (errors?.[0]?.extensions.code as string) ?? data.approve.customer.creditLimit.minor;
}

test('two accounts whose links one admin was shown do not approve for one another, nor do those of their accounts', async () => {
  const admin = await shows.as(PersonRole.ADMIN);
  const [one, other] = [await handed(shows, admin), await handed(shows, admin)];
  expect(await together(shows, one, other)).toBe('ONE_HAND');
  const second = await handed(shows, admin, 'ADMIN');
  const third = await handed(shows, second);
  expect(await together(shows, one, third)).toBe('ONE_HAND');
  expect(await together(shows, third, one)).toBe('ONE_HAND');
});

test('whoever was there before approves, and those of another admin; also where one admin adds everybody', async () => {
  const [admin, otherAdmin] = [await shows.as(PersonRole.ADMIN), await shows.as(PersonRole.ADMIN)];
  const one = await handed(shows, admin);
  expect(await together(shows, one, shows)).toBe(2_000_000);
  expect(await together(shows, one, await handed(shows, otherAdmin))).toBe(2_000_000);
  const { person } = await add(admin);
  const byCommand = await shows.get(People).newLink(Number(person.id));
  expect(await together(shows, one, await enter(shows, person.id, byCommand))).toBe(2_000_000);
});

test('an admin who is shown a new link of a colleague has that account in hand, until its owner has one mailed', async () => {
  const admin = await shows.as(PersonRole.ADMIN);
  const colleague = await shows.as(PersonRole.MANAGER);
  const taken = await enter(shows, colleague.personId, await newLink(admin, colleague.personId));
  expect(await together(shows, await handed(shows, admin), taken)).toBe('ONE_HAND');
  const again = await taken.ask(
    `mutation { changePassword(input: { password: "correct horse battery staple", newPassword: "another horse battery staple" }) { person { linkShownTo } } }`,
  );
  expect(again.data.changePassword.person.linkShownTo).toBe('Admin');
});

test('an admin who becomes a manager does not approve for whom they added, nor these for the one who was', async () => {
  const [admin, otherAdmin] = [await mails.as(PersonRole.ADMIN), await mails.as(PersonRole.ADMIN)];
  const one = await invited(admin);
  await otherAdmin.gql(`mutation { changePerson(input: { personId: "${admin.personId}", role: MANAGER }) { role } }`);
  expect(await together(mails, one, admin)).toBe('ONE_HAND');
  const { approvals } = await mails.gql('{ approvals(first: 1) { nodes { id } } }');
  expect(approvals.nodes).toHaveLength(1);
});

test('with a mail server the link goes to its owner alone, and a small firm with one admin works', async () => {
  const admin = await mails.as(PersonRole.ADMIN);
  const added = await add(admin);
  expect(added).toMatchObject({ link: null, person: { linkShownTo: null } });
  const one = await enter(mails, added.person.id, await mailedTo(added.person.email));
  expect(await together(mails, one, await invited(admin))).toBe(2_000_000);
  expect(await newLink(admin, added.person.id)).toBeNull();
  expect(await mailedTo(added.person.email)).toContain('set-password#');
});

test('the audit says who was shown a link, or that its owner alone was', async () => {
  const linkOf = async (product: Product, action: string) =>
    (await product.gql(`{ auditEntries(first: 200) { nodes { action details } } }`)).auditEntries.nodes
      .filter((entry: { action: string }) => entry.action === action)
      .map(({ details }: { details: { link: string } }) => details.link);
  for (const link of await linkOf(shows, 'added a person')) expect(link).toMatch(/^shown to (Admin|One \d+) </);
  expect(await linkOf(shows, 'made a link to set a password')).toContainEqual(
    expect.stringMatching(/^shown to Admin </),
  );
  for (const action of ['added a person', 'had a link to set a password mailed', 'made a link to set a password'])
    expect(new Set(await linkOf(mails, action))).toEqual(new Set(['mailed to its owner']));
});
