import { hash } from '@node-rs/argon2';
import { NewPassword } from '../../api/auth/new-password.service.js';
import { mustBeStrong } from '../../api/auth/passwords.js';
import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Sessions } from '../../api/auth/sessions.service.js';

import { Clock } from '../../api/shared/clock.js';
import { ProgramSql } from '../../api/shared/sql.js';
import { nobodyAt } from '../support/asker.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';

/** A clock that the story moves on. */
class MovedClock extends Clock {
  constructor(private at: number) {
    super();
  }
  override now(): Date {
    return new Date(this.at);
  }
  hours(n: number): void {
    this.at += n * 3_600_000;
  }
}

const PASSWORD = 'correct horse battery staple';
let product: Product;
let clock: MovedClock;
beforeAll(async () => {
  clock = new MovedClock(Date.parse('2026-11-22T09:00:00Z'));
  product = await startApi({ clock, env: { TRUSTED_PROXIES: 'loopback' } });
});
afterAll(() => product.close());

interface Way {
  from?: string;
  isSecure?: boolean;
}

async function post(query: string, variables: object, { from = '192.0.2.1', isSecure = false }: Way = {}, cookie = '') {
  const answer = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      'x-forwarded-proto': isSecure ? 'https' : 'http',
      ...(cookie ? { cookie } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await answer.json()) as {
    data: Record<string, unknown>;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status: answer.status,
    cookie: answer.headers.get('set-cookie'),
    ...body,
    code: body.errors?.[0]?.extensions.code,
  };
}
const signIn = (email: string, password: string, way?: Way) =>
  post(
    'mutation ($input: SignInInput!) { signIn(input: $input) { person { email } } }',
    { input: { email, password } },
    way,
  );

/** Somebody who was added and has set the password. */
async function somebody(email: string, role = PersonRole.FINANCE): Promise<number> {
  const { person, link } = await product.get(People).add({ email, name: 'Some Body', role });
  await product.get(NewPassword).set({ secret: new URL(link).hash.slice(1), password: PASSWORD });
  return person.id;
}
const me = (cookie: string) => post('{ me { person { email } } }', {}, {}, cookie);
const pairOf = (set: string | null) => set?.split(';')[0] ?? '';

test('who gives address and password has a cookie that scripts cannot read and other sites cannot send', async () => {
  await somebody('ann@firm.example');
  const plain = await signIn('Ann@Firm.example', PASSWORD);
  expect(plain.data.signIn).toEqual({ person: { email: 'ann@firm.example' } });
  expect(plain.cookie).toMatch(/^goodstanding=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const secure = await signIn('ann@firm.example', PASSWORD, { isSecure: true });
  expect(secure.cookie).toMatch(/^__Host-goodstanding=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await me(pairOf(plain.cookie))).data.me).toEqual({ person: { email: 'ann@firm.example' } });
});

test('the database holds neither password nor cookie, only what cannot be turned back', async () => {
  const { cookie } = await signIn('ann@firm.example', PASSWORD);
  const secret = pairOf(cookie).split('=')[1] as string;
  const sql = product.get(ProgramSql);
  const [person] = await sql.rows<{ password: string }>(`select password from person where email = 'ann@firm.example'`);
  expect(person?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=6,p=1\$/);
  const rows = JSON.stringify(await sql.rows('select to_jsonb(s) from session s'));
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain(Buffer.from(secret).toString('hex'));
});

test('a password kept at a lower cost of old is kept at the cost of today once its owner signs in', async () => {
  const sql = product.get(ProgramSql);
  const kept = async () => (await sql.rows<{ password: string }>('select password from person where id = $1', [id]))[0];
  const id = await somebody('old@firm.example');
  const old = await hash(PASSWORD, { memoryCost: 65_536, timeCost: 4, parallelism: 1 });
  await sql.rows('update person set password = $2 where id = $1', [id, old]);
  expect((await signIn('old@firm.example', `not ${PASSWORD}`)).errors).toHaveLength(1);
  expect((await kept())?.password).toBe(old);
  expect((await signIn('old@firm.example', PASSWORD)).data.signIn).toEqual({ person: { email: 'old@firm.example' } });
  const now = await kept();
  expect(now?.password).toMatch(/,t=6,/);
  expect((await signIn('old@firm.example', PASSWORD)).errors).toBeUndefined();
  expect(await kept()).toEqual(now);
});

test('a wrong password, a wrong address and a person who left are refused in the same words', async () => {
  const id = await somebody('gone@firm.example');
  await product.get(People).change(id, { isActive: false });
  const refusals = [
    await signIn('ann@firm.example', 'wrong horse battery staple'),
    await signIn('nobody@firm.example', PASSWORD),
    await signIn('gone@firm.example', PASSWORD),
    await signIn(`' or 1=1 --`, PASSWORD),
  ];
  expect(
    new Set(
      refusals.map(({ errors }) => JSON.stringify(errors?.map(({ message, extensions }) => [message, extensions]))),
    ),
  ).toEqual(
    new Set([
      JSON.stringify([
        [
          'Address and password do not go together. Try again, or have a link sent to set a new password.',
          { code: 'SIGN_IN_REFUSED' },
        ],
      ]),
    ]),
  );
  expect(refusals.map(({ cookie }) => cookie)).toEqual([null, null, null, null]);
});

test('after five wrong tries one waits, longer each time; known and unknown addresses alike, and colleagues elsewhere not', async () => {
  await somebody('bob@firm.example');
  for (const email of ['bob@firm.example', 'stranger@firm.example']) {
    const codes = [];
    for (let i = 0; i < 7; i++) codes.push((await signIn(email, 'a wrong password', { from: '198.51.100.7' })).code);
    expect(codes).toEqual([...Array(5).fill('SIGN_IN_REFUSED'), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    const { errors } = await signIn(email, PASSWORD, { from: '198.51.100.7' });
    expect(errors?.[0]?.message).toBe('There were too many tries. Wait 30 seconds, then try again.');
  }
  expect((await signIn('bob@firm.example', PASSWORD, { from: '203.0.113.9' })).code).toBeUndefined();
  clock.hours(31 / 3600);
  expect((await signIn('bob@firm.example', PASSWORD, { from: '198.51.100.7' })).code).toBeUndefined();
});

test('tries that come all at once are all counted', async () => {
  const tries = await Promise.all(
    Array.from({ length: 15 }, () => signIn('carl@firm.example', 'a wrong password', { from: '198.51.100.8' })),
  );
  const codes = tries.map(({ code }) => code);
  expect(codes.filter((code) => code === 'SIGN_IN_REFUSED')).toHaveLength(5);
  expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(10);
});

test('a session ends four hours after it was last used, and a day after it began', async () => {
  const used = pairOf((await signIn('ann@firm.example', PASSWORD)).cookie);
  const idle = pairOf((await signIn('ann@firm.example', PASSWORD)).cookie);
  for (let hour = 0; hour < 21; hour += 3) {
    clock.hours(3);
    expect([hour, (await me(used)).status]).toEqual([hour, 200]);
  }
  const late = await me(idle);
  expect([late.status, late.code, late.cookie]).toEqual([
    401,
    'UNAUTHENTICATED',
    expect.stringMatching(/^goodstanding=; Path=\/; Expires=Thu, 01 Jan 1970/),
  ]);
  clock.hours(3.1);
  expect((await me(used)).status).toBe(401);
});

test('forged, cut, lengthened and replayed cookies open nothing, and are told nothing', async () => {
  const good = pairOf((await signIn('ann@firm.example', PASSWORD)).cookie);
  await post('mutation { signOut }', {}, {}, good);
  const other = pairOf((await signIn('ann@firm.example', PASSWORD)).cookie);
  for (const forged of [
    good,
    other.slice(0, -1),
    `${other}x`,
    'goodstanding=',
    `goodstanding=${'A'.repeat(43)}`,
    `goodstanding=${'x'.repeat(7000)}`,
    `goodstanding=%00'"`,
  ]) {
    const { status, errors } = await me(forged);
    expect([forged.slice(0, 60), status, errors?.[0]?.extensions, errors?.[0]?.message]).toEqual([
      forged.slice(0, 60),
      401,
      { code: 'UNAUTHENTICATED' },
      'Sign in first.',
    ]);
  }
  expect((await me(other)).status).toBe(200);
});

test('signing out everywhere ends every session; so does a new password', async () => {
  const id = await somebody('dora@firm.example');
  const cookies = [];
  for (let i = 0; i < 2; i++) cookies.push(pairOf((await signIn('dora@firm.example', PASSWORD)).cookie));
  await post('mutation { signOutEverywhere }', {}, {}, cookies[0]);
  expect([(await me(cookies[0] as string)).status, (await me(cookies[1] as string)).status]).toEqual([401, 401]);
  const again = pairOf((await signIn('dora@firm.example', PASSWORD)).cookie);
  const link = await product.get(People).newLink(id);
  await product.get(NewPassword).set({ secret: new URL(link).hash.slice(1), password: 'another horse battery staple' });
  expect((await me(again)).status).toBe(401);
});

test('a role that is taken away is gone with the next question', async () => {
  const id = await somebody('eve@firm.example', PersonRole.MANAGER);
  const cookie = pairOf((await signIn('eve@firm.example', PASSWORD)).cookie);
  const audit = () => post('{ auditEntries { totalCount } }', {}, {}, cookie);
  expect((await audit()).status).toBe(200);
  await product.get(People).change(id, { role: PersonRole.SALES });
  expect((await audit()).code).toBe('FORBIDDEN');
  await product.get(People).change(id, { isActive: false });
  expect((await audit()).code).toBe('UNAUTHENTICATED');
});

test('who signs in once more in the same browser leaves no session behind', async () => {
  await somebody('joe@firm.example');
  const first = pairOf((await signIn('joe@firm.example', PASSWORD)).cookie);
  const again = await post(
    'mutation ($input: SignInInput!) { signIn(input: $input) { person { email } } }',
    { input: { email: 'joe@firm.example', password: PASSWORD } },
    {},
    first,
  );
  expect((await me(first)).status).toBe(401);
  expect((await me(pairOf(again.cookie))).status).toBe(200);
});

test.each([
  ['eleven signs', 'eleven sign', 'A password has at least 12 signs.'],
  ['one sign many times', 'aaaaaaaaaaaaaaaa', 'This is among what is guessed first'],
  ['one’s own address', 'fred1234@Firm.example', 'The name or address of its owner'],
  ['the name of the program', 'Goodstanding2026!', 'and the words of this program are what others would try first'],
  ['a role and what it works on', 'AdminLedger-26', 'and the words of this program are what others would try first'],
  ['what many have', 'password1234', 'This is among what is guessed first'],
  ['a row of keys', 'qwertyuiop12', 'This is among what is guessed first'],
  ['what counts on', '123456789012', 'This is among what is guessed first'],
  ['one with signs for letters', 'Passw0rd2026!', 'This is among what is guessed first'],
  ['a whole page', 'x'.repeat(500), 'A password has at most 200 signs.'],
])('%s is no password, and it is said why', (_what, password, sentence) => {
  const fred = { email: 'fred@firm.example', name: 'Fred Firm' };
  expect(() => mustBeStrong(password, fred)).toThrow(sentence);
  expect(() => mustBeStrong('four words of mine', fred)).not.toThrow();
});

test.each([
  ['small letters alone', 'four words of mine'],
  ['signs of any script', 'лошадь батарея скоба 🐎'],
  ['two hundred signs', 'a long tale of mine, '.repeat(10).slice(0, 200)],
])('%s are a password: no rule says which signs it must have', (_what, password) => {
  expect(() => mustBeStrong(password, { email: 'fred@firm.example', name: 'Fred Firm' })).not.toThrow();
});

test('a password that is too weak leaves the link as it was', async () => {
  const { link } = await product
    .get(People)
    .add({ email: 'fred@firm.example', name: 'Fred Firm', role: PersonRole.SALES });
  const set = (password: string) =>
    product.get(NewPassword).set({ secret: new URL(link).hash.slice(1), password: password });
  await expect(set('short')).rejects.toThrow('A password has at least 12 signs.');
  expect((await set(PASSWORD)).person.name).toBe('Fred Firm');
});

test('a link sets one password, once; a newer one ends it, and a day does', async () => {
  const { person, link } = await product
    .get(People)
    .add({ email: 'gail@firm.example', name: 'Gail', role: PersonRole.SALES });
  const set = (address: string) =>
    product.get(NewPassword).set({ secret: new URL(address).hash.slice(1), password: PASSWORD });
  const second = await product.get(People).newLink(person.id);
  await expect(set(link)).rejects.toThrow('This link was used already');
  await set(second);
  await expect(set(second)).rejects.toThrow('This link was used already');
  const third = await product.get(People).newLink(person.id);
  clock.hours(24.1);
  await expect(set(third)).rejects.toThrow('This link was used already');
  expect(new URL(third).search).toBe('');
});

test('the audit says who signed in, who was added and by whom; and the last administrator stays one', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  const added = await admin.gql(
    `mutation { addPerson(input: { email: "hal@firm.example", name: "Hal", role: ADMIN }) { person { id } link } }`,
  );
  expect(added.addPerson.link).toMatch(/\/set-password#[\w-]{43}$/);
  const manager = await product.as(PersonRole.MANAGER);
  const { auditEntries } = await manager.gql('{ auditEntries(first: 1) { nodes { actor action subjectType after } } }');
  expect(auditEntries.nodes).toEqual([
    {
      actor: expect.stringMatching(/^Admin </),
      action: 'added a person',
      subjectType: 'person',
      after: { email: 'hal@firm.example', name: 'Hal', role: 'admin' },
    },
  ]);
  expect(JSON.stringify(await manager.gql('{ auditEntries(first: 200) { nodes { details } } }'))).not.toContain(
    'argon2',
  );
  await admin.gql(
    `mutation { changePerson(input: { personId: "${added.addPerson.person.id}", role: SALES, reason: "She sells now." }) { role } }`,
  );
  const own = await admin.ask(
    `mutation { changePerson(input: { personId: "${admin.personId}", role: MANAGER }) { role } }`,
  );
  expect(own.errors?.[0]?.message).toBe('Nobody gives themselves another role. Ask another admin.');
  const last = await admin.ask(
    `mutation { changePerson(input: { personId: "${admin.personId}", isActive: false }) { role } }`,
  );
  expect(last.errors?.[0]?.extensions.code).toBe('LAST_ADMIN');
});

test('signing out, and signing in once more in the same browser, end the session and say so together or not at all', async () => {
  await somebody('uma@firm.example');
  const first = pairOf((await signIn('uma@firm.example', PASSWORD)).cookie);
  const refuseEntries = (when: string) =>
    asOwner(
      product.databaseUrl,
      `create function refuse_entry() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
       create trigger refused before insert on audit_entry for each row when (new.action = '${when}') execute function refuse_entry()`,
    );
  const takeEntries = () =>
    asOwner(product.databaseUrl, 'drop trigger refused on audit_entry; drop function refuse_entry()');
  const isIn = async () => (await me(first)).data?.me !== undefined;
  await refuseEntries('signed out');
  expect((await post('mutation { signOut }', {}, {}, first)).errors).toHaveLength(1);
  expect(await isIn()).toBe(true);
  await takeEntries();
  await refuseEntries('signed in');
  const again = `mutation { signIn(input: { email: "uma@firm.example", password: "${PASSWORD}" }) { person { name } } }`;
  expect((await post(again, {}, {}, first)).errors).toHaveLength(1);
  expect(await isIn()).toBe(true);
  await takeEntries();
  expect((await post('mutation { signOut }', {}, {}, first)).data.signOut).toBe(true);
  expect(await isIn()).toBe(false);
});

test('each sees where they are signed in, to an address and a moment, and ends one or all', async () => {
  const id = await somebody('ivy@firm.example');
  const here = pairOf((await signIn('ivy@firm.example', PASSWORD, { from: '192.0.2.7' })).cookie);
  clock.hours(1);
  const there = pairOf((await signIn('ivy@firm.example', PASSWORD, { from: '192.0.2.8' })).cookie);
  const ask = async (cookie: string) =>
    (await post('{ mySessions { nodes { id origin isThisOne } } }', {}, {}, cookie)).data?.mySessions as {
      nodes: { id: string; origin: string; isThisOne: boolean }[];
    };
  expect((await post('{ mySessions(filter: { isThisOne: false }) { totalCount } }', {}, {}, here)).data).toEqual({
    mySessions: { totalCount: 2 },
  });
  const end = (sessionId: string, cookie: string) =>
    post('mutation ($id: ID!) { endSession(id: $id) }', { id: sessionId }, {}, cookie);
  const { nodes } = await ask(here);
  expect(nodes.map(({ origin, isThisOne }) => [origin, isThisOne])).toEqual([
    ['192.0.2.8', false],
    ['192.0.2.7', true],
    expect.anything(), // the one in which the password was set
  ]);
  // Of somebody else it is as one that does not exist.
  await somebody('ian@firm.example');
  const other = pairOf((await signIn('ian@firm.example', PASSWORD)).cookie);
  expect((await end(nodes[0]?.id as string, other)).code).toBe('NOT_FOUND');
  expect((await me(there)).status).toBe(200);
  expect((await end(nodes[0]?.id as string, here)).data).toEqual({ endSession: true });
  expect((await me(there)).status).toBe(401);
  expect((await end(nodes[0]?.id as string, here)).code).toBe('NOT_FOUND');

  // An administrator ends all of them; nobody else may.
  expect((await post(`mutation { signOutPerson(personId: "${id}") }`, {}, {}, other)).code).toBe('FORBIDDEN');
  const admin = await product.as(PersonRole.ADMIN);
  await admin.gql(`mutation { signOutPerson(personId: "${id}") }`);
  expect((await me(here)).status).toBe(401);
});

test('who has not signed in is asked to, and learns nothing else', async () => {
  const nobody = nobodyAt(product.url);
  expect(await nobody.gql('{ me { permissions } signInWays { hasPeople demoPeople { id } } }')).toEqual({
    me: null,
    signInWays: { hasPeople: true, demoPeople: [] },
  });
  expect(
    (await nobody.ask('mutation { signInAsDemo(role: MANAGER) { permissions } }')).errors?.[0]?.extensions.code,
  ).toBe('DEMO_ONLY');
  expect(await product.get(Sessions).callerOf('', '127.0.0.1')).toBeUndefined();
});

test('a password does not grow old: who chose one three years ago comes in with it', async () => {
  await somebody('olga@firm.example');
  clock.hours(3 * 365 * 24);
  expect((await signIn('olga@firm.example', PASSWORD)).cookie).toMatch(/^goodstanding=/);
});
