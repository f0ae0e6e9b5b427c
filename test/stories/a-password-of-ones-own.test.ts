import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { type Asker, cookieHolder, nobodyAt } from '../support/asker.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// Who knows the password until now changes it; nobody else does, at whatever page was left open.
const OLD = 'correct horse battery staple';
const NEW = 'eleven quiet lamps over harbour';
const post = new MailServer();
let product: Product;
let anyone: Asker;
beforeAll(async () => {
  product = await startApi({ env: { SMTP_URL: `smtp://127.0.0.1:${await post.listen()}` } });
  anyone = nobodyAt(product.url);
});
afterAll(async () => {
  await product.close();
  await post.close();
});

const ENTER = 'mutation ($input: SignInInput!) { signIn(input: $input) { permissions } }';
async function signedInAs(id: number, email: string, password: string): Promise<Asker> {
  const answer = await anyone.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: ENTER, variables: { input: { email, password } } }),
  });
  return cookieHolder(product.url, id, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
}
async function somebody(email: string) {
  const { person, link } = await product.get(People).add({ email, name: 'Ida Ink', role: PersonRole.FINANCE });
  await anyone.gql('mutation ($input: SetPasswordInput!) { setPassword(input: $input) { permissions } }', {
    input: { secret: new URL(link).hash.slice(1), password: OLD },
  });
  return { id: person.id, own: await signedInAs(person.id, email, OLD) };
}
const WRONG = 'This is not your password. Try again, or sign out and have a link sent to set a new one.';
const change = async (own: Asker, password: string, newPassword: string) => {
  const { errors } = await own.ask(
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { permissions } }',
    { input: { password, newPassword } },
  );
  const code = errors?.[0]?.extensions.code;
  return code === 'SIGN_IN_REFUSED' ? `${code}: ${errors?.[0]?.message}` : code;
};
const opens = async (email: string, password: string) =>
  (await anyone.ask(ENTER, { input: { email, password } })).errors?.[0]?.extensions.code ?? 'yes';
const isIn = async (own: Asker) => (await own.ask('{ me { person { id } } }')).data?.me != null;

test('with the password until now another one is set: the old one opens nothing, and every other place is signed out', async () => {
  const { id, own } = await somebody('ida@ink.example');
  const elsewhere = await signedInAs(id, 'ida@ink.example', OLD);
  expect(await change(own, OLD, NEW)).toBeUndefined();
  expect([await opens('ida@ink.example', OLD), await opens('ida@ink.example', NEW)]).toEqual([
    'SIGN_IN_REFUSED',
    'yes',
  ]);
  expect([await isIn(elsewhere), await isIn(own)]).toEqual([false, false]); // its own goes on under a new cookie
  await product.work();
  const mails = post.receivedFor('ida@ink.example').map(({ subject }) => subject);
  expect(mails).toEqual(Array(2).fill('Your sign-in to Goodstanding changed')); // set by the link, then changed
  const { auditEntries } = await product.gql(
    `{ auditEntries(filter: { subjectType: "person", subjectId: "${id}", action: "set a password" }) { totalCount nodes { actor after } } }`,
  );
  expect([auditEntries.totalCount, auditEntries.nodes[0].after]).toEqual([2, { hasPassword: true }]);
});

test('without the password until now nothing changes, and guessing it is tries', async () => {
  const { own } = await somebody('open@ink.example');
  for (let i = 0; i < 5; i++)
    expect(await change(own, 'a wrong password it is', NEW)).toBe(`SIGN_IN_REFUSED: ${WRONG}`);
  expect(await change(own, OLD, NEW)).toBe('TOO_MANY_TRIES');
  expect(await isIn(own)).toBe(true);
});

test('a password that is guessed first is refused before the old one is looked at; who has not signed in has none to change', async () => {
  const { own } = await somebody('weak@ink.example');
  expect(await change(own, 'a wrong password it is', 'password1234')).toBe('PASSWORD_TOO_WEAK');
  expect(await change(anyone, OLD, NEW)).toBe('UNAUTHENTICATED');
  expect(await opens('weak@ink.example', OLD)).toBe('yes');
});
