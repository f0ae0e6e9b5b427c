import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { type Asker, nobodyAt } from '../support/asker.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi, TODAY } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

const PASSWORD = 'correct horse battery staple';
const post = new MailServer();
let product: Product;
let inside: Product;
let anyone: Asker;
let clock: StoppedClock;
beforeAll(async () => {
  const port = await post.listen();
  product = await startApi({
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'https://credit.example.com' },
  });
  inside = await startApi();
  anyone = nobodyAt(product.url);
  clock = product.get(Clock) as StoppedClock;
});
afterAll(async () => {
  await product.close();
  await inside.close();
  await post.close();
});
/** Each story has an hour of its own: mails are counted by the hour. */
let hour = 9;
beforeEach(() => {
  hour += 1;
  clock.moveTo(`${TODAY}T${hour}:00:00Z`);
});

const ask = (email: string, of = anyone) =>
  of.ask('mutation ($email: String!) { askForPasswordLink(email: $email) }', { email });
const setPassword = (secret: string, password = PASSWORD) =>
  anyone.ask('mutation ($input: SetPasswordInput!) { setPassword(input: $input) { person { email } } }', {
    input: { secret, password },
  });
const signIn = (email: string, password: string) =>
  anyone.ask('mutation ($input: SignInInput!) { signIn(input: $input) { person { email } } }', {
    input: { email, password },
  });
const person = (email: string, name = 'Ida Ink') => product.get(People).add({ email, name, role: PersonRole.FINANCE });
const linkIn = (text = '') => /https:\/\/credit\.example\.com\/set-password#([\w-]{43})/.exec(text)?.[1] ?? '';
/** The secret of the newest link that was mailed to an address. */
async function mailed(email: string): Promise<string> {
  await product.work();
  return linkIn(post.receivedFor(email).at(-1)?.text);
}
const code = ({ errors }: { errors?: { extensions: Record<string, unknown> }[] }) => errors?.[0]?.extensions.code;

test('whoever forgot their password has a link mailed, sets a new one, and is told so by mail', async () => {
  await person('ida@ink.example');
  expect(await ask('IDA@ink.example ')).toEqual({ data: { askForPasswordLink: true } });
  const secret = await mailed('ida@ink.example');
  const [mail] = post.receivedFor('ida@ink.example');
  expect(mail?.subject).toBe('Set your password');
  expect(mail?.text).toBe(
    `Hello Ida Ink,\n\nsomebody, you we hope, asked for a link to set a new password for Goodstanding. It works once, within a day:\n\nhttps://credit.example.com/set-password#${secret}\n\nIf it was not you, leave this mail alone: nothing has changed.\n\n`,
  );
  expect(mail?.html).toContain(`<a href="https://credit.example.com/set-password#${secret}">`);
  expect((await setPassword(secret)).data.setPassword.person.email).toBe('ida@ink.example');
  expect((await signIn('ida@ink.example', PASSWORD)).errors).toBeUndefined();
  await product.work();
  const notice = post.receivedFor('ida@ink.example').at(-1);
  expect(notice?.subject).toBe('Your sign-in to Goodstanding changed');
  expect(notice?.text).toMatch(
    /^Hello Ida Ink,\n\nYour password was set. This was done from .*127\.0\.0\.1 at 2026-11-22 10:00 UTC\.\n/,
  );
  expect(notice?.text).not.toContain('set-password#');
});

test('a link used once, older than a day, or after a newer one is refused with the same sentence', async () => {
  await person('uwe@ink.example');
  await ask('uwe@ink.example');
  const first = await mailed('uwe@ink.example');
  await ask('uwe@ink.example');
  const second = await mailed('uwe@ink.example');
  expect(second).not.toBe(first);
  expect(code(await setPassword(first))).toBe('LINK_NOT_VALID');
  expect(code(await setPassword(second))).toBeUndefined();
  expect(code(await setPassword(second))).toBe('LINK_NOT_VALID');
  await ask('uwe@ink.example');
  const third = await mailed('uwe@ink.example');
  clock.moveTo(`2026-11-23T${hour}:00:00Z`);
  expect(code(await setPassword(third))).toBe('LINK_NOT_VALID');
  clock.moveTo(`2026-11-23T${hour - 1}:59:59Z`);
  expect(code(await setPassword(third))).toBeUndefined();
});

test('a link taken twice at once is taken once', async () => {
  await person('eve@ink.example');
  await ask('eve@ink.example');
  const secret = await mailed('eve@ink.example');
  const both = await Promise.all([setPassword(secret), setPassword(secret, `${PASSWORD} of another`)]);
  expect(both.map(code).sort()).toEqual(['LINK_NOT_VALID', undefined]);
});

test('neither answer nor work tells whether an address exists', async () => {
  await person('max@ink.example');
  const answers: unknown[] = [];
  const work: string[][] = [];
  for (const email of ['max@ink.example', 'nobody@ink.example'])
    work.push(await statementsDuring(async () => answers.push(await ask(email))));
  expect(answers[1]).toEqual(answers[0]);
  expect(work[1]).toEqual(work[0]);
  await product.work();
  expect([post.receivedFor('max@ink.example').length, post.receivedFor('nobody@ink.example').length]).toEqual([1, 0]);
});

test('who may not sign in any more gets no link; neither do the people of the demo book, nor who signs in at a provider', async () => {
  const { person: gone } = await person('gone@ink.example');
  await product.get(People).change(gone.id, { isActive: false });
  await person('demo@ink.example');
  await product.get(Sql).rows(`update person set is_demo = true where email = 'demo@ink.example'`);
  const { person: elsewhere } = await person('elsewhere@ink.example');
  await product
    .get(Sql)
    .rows(`insert into person_identity values ('https://id.example', 'e-1', $1, now())`, [elsewhere.id]);
  const without = ['gone@ink.example', 'demo@ink.example', 'elsewhere@ink.example'];
  for (const email of without) await ask(email);
  await product.work();
  expect(without.flatMap((email) => post.receivedFor(email))).toEqual([]);
});

test('three mails an address, then one an hour, whether it exists or not', async () => {
  await person('pat@ink.example');
  for (const email of ['pat@ink.example', 'none@ink.example']) {
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(code(await ask(email)));
    expect([email, ...answers]).toEqual([email, undefined, undefined, undefined, 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  }
  clock.moveTo(`${TODAY}T${hour + 1}:00:00Z`);
  expect([code(await ask('pat@ink.example')), code(await ask('pat@ink.example'))]).toEqual([
    undefined,
    'TOO_MANY_TRIES',
  ]);
  await product.work();
  expect(post.receivedFor('pat@ink.example').length).toBe(4);
});

test('a name cannot write into the mail', async () => {
  await person('eve2@ink.example', '<script>alert(1)</script> & Sons');
  await ask('eve2@ink.example');
  await mailed('eve2@ink.example');
  expect(post.receivedFor('eve2@ink.example')[0]?.html).toContain(
    'Hello &#60;script&#62;alert(1)&#60;/script&#62; &#38; Sons,',
  );
});

test('a server that says “later” is asked again; the link of the mail that arrives works', async () => {
  await person('lea@ink.example');
  post.will('lea@ink.example', 'later');
  await ask('lea@ink.example');
  await product.work();
  expect(post.receivedFor('lea@ink.example')).toEqual([]);
  await product.get(Sql).rows('update graphile_worker._private_jobs set run_at = now()');
  expect(code(await setPassword(await mailed('lea@ink.example')))).toBeUndefined();
});

test('without a mail server nothing is kept in the mailbox: who asks is told of the command', async () => {
  const asker = nobodyAt(inside.url);
  await inside.get(People).add({ email: 'ida@ink.example', name: 'Ida Ink', role: PersonRole.FINANCE });
  const answer = await ask('ida@ink.example', asker);
  expect([code(answer), answer.errors?.[0]?.message]).toEqual([
    'NO_MAIL_SERVER',
    'This installation sends no mail. Ask whoever runs it for a link: the command npx goodstanding people link prints one.',
  ]);
  await inside.work();
  expect((await inside.gql('{ mailbox { totalCount } }')).mailbox.totalCount).toBe(0);
  expect((await asker.gql('{ signInWays { mailsLinks } }')).signInWays.mailsLinks).toBe(false);
  expect((await anyone.gql('{ signInWays { mailsLinks } }')).signInWays.mailsLinks).toBe(true);
});

test('an address of a thousand signs is refused before it is counted', async () => {
  expect(code(await ask(`${'x'.repeat(1_000)}@ink.example`))).toBe('BAD_INPUT');
});

test('somebody new is told who made the account, and chooses a password; asked for again later, it is a forgotten one', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  await admin.gql(
    'mutation { addPerson(input: { email: "nell@new.example", name: "Nell New", role: FINANCE }) { person { id } } }',
  );
  const secret = await mailed('nell@new.example');
  const [mail] = post.receivedFor('nell@new.example');
  expect(mail?.subject).toBe('An account for you at Goodstanding');
  expect(mail?.text).toBe(
    `Hello Nell New,\n\nAdmin made an account for you at Goodstanding. Choose your password by this link; it works once, within a day:\n\nhttps://credit.example.com/set-password#${secret}\n\nIf you did not expect this, leave this mail alone: without a password nobody signs in.\n\n`,
  );
  expect((await setPassword(secret)).data.setPassword.person.email).toBe('nell@new.example');
  await ask('nell@new.example');
  await mailed('nell@new.example');
  expect(post.receivedFor('nell@new.example').at(-1)?.subject).toBe('Set your password');
  const audit = await product
    .get(Sql)
    .rows<{ action: string }>(`select action from audit_entry where action like '%link%' order by id desc limit 1`);
  expect(audit).toEqual([{ action: 'made a link to set a password' }]);
});
