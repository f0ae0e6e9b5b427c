import fs from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { type Asker, cookieHolder, nobodyAt } from '../support/asker.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi, TODAY } from '../support/product.js';

const PASSWORD = 'correct horse battery staple';
const post = new MailServer();
let product: Product;
let admin: Asker;
let anyone: Asker;
let clock: StoppedClock;
beforeAll(async () => {
  product = await startApi({ env: { SMTP_URL: `smtp://127.0.0.1:${await post.listen()}` } });
  anyone = nobodyAt(product.url);
  clock = product.get(Clock) as StoppedClock;
});
afterAll(async () => {
  await product.close();
  await post.close();
});
/** Time goes on: each story has a day of its own, on which the tries of the one before are forgotten. */
let story = 0;
let seconds = 0;
const later = (by: number) => {
  seconds += by;
  clock.moveTo(new Date(Date.parse(`${TODAY}T10:00:00Z`) + (story * 90_000 + seconds) * 1000).toISOString());
};
beforeEach(async () => {
  story += 1;
  seconds = 0;
  later(0);
  admin = await product.as(PersonRole.ADMIN);
});

type Answer = Awaited<ReturnType<Asker['ask']>>;
const refusal = ({ errors }: Answer) => errors?.[0]?.extensions.code;

const setPassword = (secret: string, code?: string) =>
  anyone.ask('mutation ($input: SetPasswordInput!) { setPassword(input: $input) { person { id } } }', {
    input: { secret, password: PASSWORD, code },
  });
const signIn = (email: string, code?: string, password = PASSWORD) =>
  anyone.ask('mutation ($input: SignInInput!) { signIn(input: $input) { person { hasSecondFactor } } }', {
    input: { email, password, code },
  });

/** Somebody new with a password, signed in. */
async function somebody(email: string) {
  const { person, link } = await product.get(People).add({ email, name: 'Ida Ink', role: PersonRole.FINANCE });
  await setPassword(new URL(link).hash.slice(1));
  const answer = await anyone.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { signIn(input: { email: "${email}", password: "${PASSWORD}" }) { permissions } }`,
    }),
  });
  const own = cookieHolder(product.url, person.id, answer.headers.get('set-cookie')?.split(';')[0] as string);
  return { id: person.id, email, own };
}

const BEGIN = 'mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret uri } }';
const confirm = (own: Asker, code: string) =>
  own.ask('mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }', { code });
const end = (own: Asker, password: string, code: string) =>
  own.ask('mutation ($input: EndSecondFactorInput!) { endSecondFactor(input: $input) }', { input: { password, code } });

/** Somebody new with a second factor; what the app shows, so many steps of half a minute from now. */
async function withFactor(email: string) {
  const who = await somebody(email);
  const { beginSecondFactor } = await who.own.gql(BEGIN, { input: { password: PASSWORD } });
  const app = new TOTP({ secret: Secret.fromBase32(beginSecondFactor.secret) });
  const shown = (steps = 0) => app.generate({ timestamp: clock.now().getTime() + steps * 30_000 });
  const { data } = await confirm(who.own, shown());
  return { ...who, ...beginSecondFactor, shown, recoveryCodes: data.confirmSecondFactor.recoveryCodes as string[] };
}

test('with a second factor the password alone lets nobody in; a code of the app does', async () => {
  const { email, uri, secret, shown, own } = await withFactor('ida@ink.example');
  expect(uri).toBe(
    `otpauth://totp/Goodstanding:ida%40ink.example?issuer=Goodstanding&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
  later(30);
  expect(refusal(await signIn(email))).toBe('SECOND_FACTOR_NEEDED');
  expect(refusal(await signIn(email, shown(), 'a wrong password it is'))).toBe('SIGN_IN_REFUSED');
  expect((await signIn(email, shown())).data.signIn.person.hasSecondFactor).toBe(true);
  expect((await own.gql('{ me { recoveryCodesLeft } }')).me.recoveryCodesLeft).toBe(10);
});

test('at a page left open nobody begins a second factor without the password, and guessing it is tries', async () => {
  const { own, id } = await somebody('open@ink.example');
  const begin = async (password: string) => refusal(await own.ask(BEGIN, { input: { password } }));
  for (let i = 0; i < 5; i++) expect(await begin('a wrong password it is')).toBe('SIGN_IN_REFUSED');
  expect(await begin(PASSWORD)).toBe('TOO_MANY_TRIES');
  expect(await product.get(Sql).rows('select from second_factor where person_id = $1', [id])).toEqual([]);
  later(31);
  expect(await begin(PASSWORD)).toBeUndefined();
});

test('a code is taken once, also by two at once; one step early or late is near enough, two are not', async () => {
  const { email, shown } = await withFactor('uwe@ink.example');
  expect(refusal(await signIn(email, shown()))).toBe('CODE_NOT_VALID'); // it confirmed the factor
  later(300);
  expect(refusal(await signIn(email, shown(-2)))).toBe('CODE_NOT_VALID');
  expect(refusal(await signIn(email, shown(2)))).toBe('CODE_NOT_VALID');
  const early = shown(-1);
  expect(refusal(await signIn(email, early))).toBeUndefined();
  expect(refusal(await signIn(email, early))).toBe('CODE_NOT_VALID');
  const both = await Promise.all([signIn(email, shown(1)), signIn(email, shown(1))]);
  expect(both.map(refusal).sort()).toEqual(['CODE_NOT_VALID', undefined]);
  expect(refusal(await signIn(email, shown()))).toBe('CODE_NOT_VALID'); // older than the one taken last
});

test('wrong codes are tries: after a few one has to wait, and asking without a code does not wipe them out', async () => {
  const { email, shown } = await withFactor('pat@ink.example');
  later(300);
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(refusal(await signIn(email, '000000')), refusal(await signIn(email)));
  expect(answers).toEqual([
    'CODE_NOT_VALID',
    'SECOND_FACTOR_NEEDED',
    'CODE_NOT_VALID',
    'SECOND_FACTOR_NEEDED',
    'CODE_NOT_VALID',
    'TOO_MANY_TRIES',
  ]);
  expect(refusal(await signIn(email, shown()))).toBe('TOO_MANY_TRIES');
  later(3600);
  expect(refusal(await signIn(email, shown()))).toBeUndefined();
});

test('each of ten recovery codes lets in once, however it is typed', async () => {
  const { email, recoveryCodes, own } = await withFactor('max@ink.example');
  expect([recoveryCodes.length, new Set(recoveryCodes).size]).toEqual([10, 10]);
  for (const code of recoveryCodes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){7}$/);
  const [first = '', second = ''] = recoveryCodes;
  expect(refusal(await signIn(email, first))).toBeUndefined();
  expect(refusal(await signIn(email, first))).toBe('CODE_NOT_VALID');
  expect(refusal(await signIn(email, ` ${second.toLowerCase().replaceAll('-', ' ')} `))).toBeUndefined();
  expect((await own.gql('{ me { recoveryCodesLeft } }')).me.recoveryCodesLeft).toBe(8);
  const other = await withFactor('moritz@ink.example');
  expect(refusal(await signIn(other.email, recoveryCodes[2]))).toBe('CODE_NOT_VALID');
});

test('a mailed link does not go around the second factor, and stays good while the code is typed', async () => {
  const { id, email, shown } = await withFactor('eve@ink.example');
  const link = new URL(await product.get(People).newLink(id)).hash.slice(1);
  later(30);
  expect(refusal(await setPassword(link))).toBe('SECOND_FACTOR_NEEDED');
  expect(refusal(await setPassword(link, '123456'))).toBe('CODE_NOT_VALID');
  expect(refusal(await setPassword(link, shown()))).toBeUndefined();
  later(30);
  expect(refusal(await signIn(email))).toBe('SECOND_FACTOR_NEEDED');
  expect(refusal(await signIn(email, shown()))).toBeUndefined();
});

test('codes are not tried out by a link either', async () => {
  const { id } = await withFactor('kim@ink.example');
  const link = new URL(await product.get(People).newLink(id)).hash.slice(1);
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push(refusal(await setPassword(link, '000000')));
  expect(answers).toEqual([...Array(5).fill('CODE_NOT_VALID'), 'TOO_MANY_TRIES']);
});

test('nor when it is added: guessing the first code is tries, and it stays off', async () => {
  const { own } = await somebody('guess@ink.example');
  await own.gql(BEGIN, { input: { password: PASSWORD } });
  const guesses = [];
  for (let i = 0; i < 6; i++) guesses.push(refusal(await confirm(own, '000000')));
  expect(guesses).toEqual([...Array(5).fill('CODE_NOT_VALID'), 'TOO_MANY_TRIES']);
  expect((await own.gql('{ me { person { hasSecondFactor } } }')).me.person.hasSecondFactor).toBe(false);
});

test('it is on only when a code has shown that the app has it; then it cannot be begun anew', async () => {
  const { email, own } = await somebody('lea@ink.example');
  expect(refusal(await confirm(own, '000000'))).toBe('CODE_NOT_VALID');
  const begin = async () => own.ask(BEGIN, { input: { password: PASSWORD } });
  const first = (await begin()).data.beginSecondFactor.secret;
  const second = (await begin()).data.beginSecondFactor.secret;
  const code = (secret: string) => new TOTP({ secret }).generate({ timestamp: clock.now().getTime() });
  expect(refusal(await signIn(email))).toBeUndefined();
  expect(refusal(await confirm(own, code(first)))).toBe('CODE_NOT_VALID');
  expect(refusal(await confirm(own, code(second)))).toBeUndefined();
  expect(refusal(await begin())).toBe('SECOND_FACTOR_ON');
});

test('ending it takes the password and a code', async () => {
  const { email, own, shown, recoveryCodes } = await withFactor('leo@ink.example');
  later(30);
  expect(refusal(await end(own, 'a wrong password it is', shown()))).toBe('SIGN_IN_REFUSED');
  expect(refusal(await end(own, PASSWORD, '000000'))).toBe('CODE_NOT_VALID');
  expect(refusal(await end(own, PASSWORD, shown()))).toBeUndefined();
  expect(refusal(await signIn(email))).toBeUndefined();
  expect(await product.get(Sql).rows('select from recovery_code where person_id = $1', [own.personId])).toEqual([]);
  expect(refusal(await end(own, PASSWORD, recoveryCodes[0] as string))).toBeUndefined(); // there is none any more
});

test('an admin removes the factor of somebody locked out, not the own one; nobody else does', async () => {
  const { id, email } = await withFactor('tom@ink.example');
  const remove = (asker: Asker, personId: number) =>
    asker.ask(`mutation { removeSecondFactor(personId: "${personId}") { hasSecondFactor } }`);
  expect(refusal(await remove(await product.as(PersonRole.MANAGER), id))).toBe('FORBIDDEN');
  expect(refusal(await remove(admin, admin.personId))).toBe('FORBIDDEN');
  expect((await remove(admin, id)).data.removeSecondFactor).toEqual({ hasSecondFactor: false });
  expect(refusal(await signIn(email))).toBeUndefined();
  expect(refusal(await remove(admin, 4711))).toBe('NOT_FOUND');
});

test('each step is in the audit and told by mail; the secret is nowhere to be read', async () => {
  const { id, email, own, shown, secret, recoveryCodes } = await withFactor('zoe@ink.example');
  await signIn(email, recoveryCodes[0]);
  later(60);
  await end(own, PASSWORD, shown());
  const { auditEntries } = await (await product.as(PersonRole.AUDITOR)).gql(
    `{ auditEntries(first: 100, direction: ASC, filter: { subjectType: "person", subjectId: "${id}" }) { nodes { action actor } } }`,
  );
  const acts = auditEntries.nodes.map(({ action }: { action: string }) => action);
  expect(acts.filter((each: string) => /factor|recovery/.test(each))).toEqual([
    'began to add a second factor',
    'added a second factor',
    'used a recovery code',
    'removed a second factor',
  ]);
  await product.work();
  const told = post.receivedFor(email).map(({ text }) => /\n\n(.*?[.:]) /.exec(text ?? '')?.[1]);
  expect(told.sort()).toEqual([
    'A second factor was added:',
    'One of your recovery codes was used to sign in.',
    'The second factor was removed:',
    'Your password was set.',
  ]);
  const again = await withFactor('zoe2@ink.example');
  const kept = JSON.stringify(
    await product
      .get(Sql)
      .rows(
        'select s::text from second_factor s union all select r::text from recovery_code r union all select a::text from audit_entry a',
      ),
  );
  const bytes = Buffer.from(Secret.fromBase32(again.secret).bytes).toString('hex');
  const codes = again.recoveryCodes.flatMap((code: string) => {
    const signs = code.replaceAll('-', '');
    const raw = [Buffer.from(signs), Buffer.from(Secret.fromBase32(signs).bytes)];
    return [code, signs, ...raw.map((each) => each.toString('hex'))];
  });
  for (const text of [secret, again.secret, Buffer.from(again.secret).toString('hex'), bytes, ...codes])
    expect([text, kept.includes(text)]).toEqual([text, false]);
});

test('a secret of one person put into the row of another opens nothing', async () => {
  const thief = await withFactor('thief@ink.example');
  const owner = await withFactor('owner@ink.example');
  await product
    .get(Sql)
    .rows(
      'update second_factor set secret = (select secret from second_factor where person_id = $1) where person_id = $2',
      [thief.id, owner.id],
    );
  later(60);
  expect(refusal(await signIn(owner.email, thief.shown()))).toBe('CODE_NOT_VALID');
  expect(refusal(await signIn(owner.email, owner.recoveryCodes[0]))).toBeUndefined();
});

test('the key that seals secrets is a file that only its owner reads, when none is given', async () => {
  await withFactor('ulf@ink.example');
  const file = path.join(product.home, 'secret.key');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readFileSync(file, 'utf8').trim()).toMatch(/^[\w-]{43}$/);
});

test('a program has no second factor', async () => {
  const { makeApiKey } = await admin.gql(
    'mutation { makeApiKey(input: { name: "robot", permissions: ["book.read"] }) { key } }',
  );
  const answer = await anyone.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${makeApiKey.key}` },
    body: JSON.stringify({ query: BEGIN, variables: { input: { password: PASSWORD } } }),
  });
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});
