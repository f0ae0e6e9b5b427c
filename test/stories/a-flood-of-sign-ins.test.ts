import { PersonRole } from '../../api/auth/person.entity.js';
import { type Asker, nobodyAt } from '../support/asker.js';
import { type Product, startApi } from '../support/product.js';

// Whoever sends wrong passwords by the hundred waits for themselves; who is at work does not.
let product: Product;
let finance: Asker;
beforeAll(async () => {
  product = await startApi({ env: { TRUSTED_PROXIES: 'loopback' } });
  finance = await product.as(PersonRole.FINANCE);
});
afterAll(() => product.close());

/** From as many networks as there are tries, so that no limit of one stands before the hashing. */
const wrongSignIn = async (i: number) => {
  const query = `mutation { signIn(input: { email: "u${i}@firm.example", password: "a wrong password" }) { permissions } }`;
  return (await nobodyAt(product.url, `203.0.${i}.1`).ask(query)).errors?.[0]?.extensions.code as string;
};
const wrongSignIns = (many: number) => Promise.all(Array.from({ length: many }, (_, i) => wrongSignIn(i)));

test('two hundred wrong sign-ins at once are refused quickly, and others are answered meanwhile', async () => {
  let isOver = false;
  const wrong = wrongSignIns(200).finally(() => {
    isOver = true;
  });
  let answered = 0;
  while (!isOver) {
    await finance.gql('{ book { today } }');
    answered++;
  }
  const codes = await wrong;
  expect(codes.filter((code) => code === 'TOO_MANY_SIGN_INS').length).toBeGreaterThan(150);
  expect(codes.filter((code) => code !== 'TOO_MANY_SIGN_INS' && code !== 'SIGN_IN_REFUSED')).toEqual([]);
  expect(answered).toBeGreaterThan(10);
});

test('while as many wait as may, whoever has not signed in is refused before their question is read; who has is not', async () => {
  const flood = wrongSignIns(40);
  const answers: number[] = [];
  while (answers.at(-1) !== 503 && answers.length < 100)
    answers.push((await nobodyAt(product.url).fetch('/graphql', { method: 'POST', body: 'no JSON at all' })).status);
  expect(answers.at(-1)).toBe(503);
  const refused = await nobodyAt(product.url).fetch('/graphql', { method: 'POST', body: 'no JSON at all' });
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    503,
    '3',
    {
      errors: [
        {
          message: 'Many are signing in at this moment. Try again in a few seconds.',
          extensions: { code: 'TOO_MANY_SIGN_INS' },
        },
      ],
    },
  ]);
  expect(await finance.gql('{ book { today } }')).toEqual({ book: { today: '2026-11-22' } });
  expect(await flood).toContain('SIGN_IN_REFUSED');
  // It is over: the sign-in page answers again.
  expect(await nobodyAt(product.url).gql('{ me { permissions } }')).toEqual({ me: null });
});
