import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { createApp } from '../../api/app.js';
import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Seal } from '../../api/auth/seal.service.js';
import { SignIn } from '../../api/auth/sign-in.service.js';
import { Config } from '../../api/config.js';
import { Clock, StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { WebhookEventType } from '../../api/webhooks/webhook.view.js';
import { sealedFor } from '../../api/webhooks/webhook-teller.service.js';
import { Webhooks } from '../../api/webhooks/webhooks.service.js';
import { type Asker, cookieHolder, nobodyAt } from '../support/asker.js';
import { type Product, startApi } from '../support/product.js';

// Where a role takes a second factor, the password alone opens the page to add one, and nothing else.
const PASSWORD = 'correct horse battery staple';
const KEY = 'the key of this installation, until it is changed';
let product: Product;
let anyone: Asker;
beforeAll(async () => {
  product = await startApi({ env: { SECOND_FACTOR_FOR: 'admin, finance', SECRET_KEY: KEY } });
  anyone = nobodyAt(product.url);
});
afterAll(() => product.close());

async function somebody(email: string, role: PersonRole) {
  const { person, link } = await product.get(People).add({ email, name: 'Ida Ink', role });
  const answer = await anyone.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: SetPasswordInput!) { setPassword(input: $input) { permissions mustAddSecondFactor } }',
      variables: { input: { secret: new URL(link).hash.slice(1), password: PASSWORD } },
    }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { data } = (await answer.json()) as {
    data: { setPassword: { permissions: string[]; mustAddSecondFactor: boolean } };
  };
  return { id: person.id, email, own: cookieHolder(product.url, person.id, cookie), told: data.setPassword };
}
async function addsFactor({ own }: { own: Asker }): Promise<TOTP> {
  const { beginSecondFactor } = await own.gql(
    'mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret } }',
    { input: { password: PASSWORD } },
  );
  const app = new TOTP({ secret: Secret.fromBase32(beginSecondFactor.secret) });
  const code = app.generate({ timestamp: product.get(Clock).now().getTime() });
  await own.gql('mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }', { code });
  return app;
}
const refusal = async (asker: Asker, query: string) => (await asker.ask(query)).errors?.[0]?.extensions.code;

test('until it is there every question, act and download is refused with what to do; then all is as the role says', async () => {
  const ida = await somebody('ida@ink.example', PersonRole.FINANCE);
  expect(ida.told).toEqual({ permissions: [], mustAddSecondFactor: true });
  const { errors } = await ida.own.ask('{ customers { totalCount } }');
  expect(errors?.[0]).toMatchObject({
    message: 'Your role takes a second factor, and you have none yet. Add one on the page Account.',
    extensions: { code: 'SECOND_FACTOR_MISSING' },
  });
  expect(await refusal(ida.own, 'mutation { sendReminders(input: { on: "2026-11-22" }) { queued } }')).toBe(
    'SECOND_FACTOR_MISSING',
  );
  expect((await ida.own.fetch('/imports/1/rejected.csv')).status).toBe(403);
  await addsFactor(ida);
  const { me, customers } = await ida.own.gql('{ me { permissions mustAddSecondFactor } customers { totalCount } }');
  expect([me.mustAddSecondFactor, me.permissions.length > 5, customers.totalCount]).toEqual([false, true, 0]);
});

test('who takes it off again is where they were', async () => {
  const uwe = await somebody('uwe@ink.example', PersonRole.ADMIN);
  const app = await addsFactor(uwe);
  const code = app.generate({ timestamp: product.get(Clock).now().getTime() + 30_000 });
  await uwe.own.gql('mutation ($input: EndSecondFactorInput!) { endSecondFactor(input: $input) }', {
    input: { password: PASSWORD, code },
  });
  expect(await refusal(uwe.own, '{ people { totalCount } }')).toBe('SECOND_FACTOR_MISSING');
});

test('roles that are not named sign in as before; a name that is no role ends the start', async () => {
  const pat = await somebody('pat@ink.example', PersonRole.SALES);
  expect(pat.told.mustAddSecondFactor).toBe(false);
  expect(await refusal(pat.own, '{ customers { totalCount } }')).toBeUndefined();
  expect(() => new Config({ SECOND_FACTOR_FOR: 'admin,boss' })).toThrow(
    'SECOND_FACTOR_FOR names boss; the roles are sales, finance, manager, auditor, admin',
  );
});

test('the key that seals second factors is changed with the one before it at hand: codes go on, and the old key is not needed again', async () => {
  const max = await somebody('max@ink.example', PersonRole.FINANCE);
  const app = await addsFactor(max);
  const later = new StoppedClock('2026-11-22T12:00:00Z');
  const code = () => app.generate({ timestamp: later.now().getTime() });
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-home-'));
  const enters = async (keys: Record<string, string>) => {
    const config = new Config({
      DATABASE_URL: product.databaseUrl,
      GOODSTANDING_HOME: home,
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      ...keys,
    });
    const program = await createApp(config, later);
    later.moveTo(new Date(later.now().getTime() + 60_000).toISOString());
    try {
      const { person } = await program
        .get(SignIn, { strict: false })
        .withPassword({ email: max.email, password: PASSWORD, code: code() });
      return person.id;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await program.close();
    }
  };
  const { secret } = await product
    .get(Webhooks)
    .add({ name: 'CRM', url: 'https://crm.example/hook', events: [WebhookEventType.SENT] });
  const next = 'another key, thirty-two signs and more of them';
  expect(await enters({ SECRET_KEY: next })).toBe('CODE_NOT_VALID');
  expect(await enters({ SECRET_KEY: next, SECRET_KEY_BEFORE: KEY })).toBe(max.id);
  expect(await enters({ SECRET_KEY: next })).toBe(max.id);
  const [kept] = await product.get(Sql).rows<{ id: number; secret: Buffer }>('select id, secret from webhook_endpoint');
  const seal = new Seal(new Config({ SECRET_KEY: next }));
  expect(seal.open(kept?.secret as Buffer, sealedFor(kept?.id as number))).toBe(secret);
  fs.rmSync(home, { recursive: true, force: true });
});
