import { type DeliveryKey, DeliverySender } from '../../api/reminders/delivery-sender.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// A campaign says how many messages may go out in an hour: never one more, however many are sent at once.
const MOST = 5;
const TODAY = '2026-11-23';
const mails = new MailServer();
const clock = new StoppedClock(`${TODAY}T09:00:00Z`);
let product: Product;
let ledger: TestLedger;
let keys: DeliveryKey[];
beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({ clock, env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  ledger = TestLedger.of(product);
  await ledger.sql.rows(
    `update campaign set document = document || jsonb_build_object('mostPerHour', $1::integer) where state = 'active'`,
    [MOST],
  );
  for (let n = 1; n <= 3 * MOST; n++) {
    const customer = await ledger.customer(`Firm ${n}`);
    await customer.contact(`firm${n}@customer.example`);
    await customer.invoice(`R-${n}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
  }
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  keys = await ledger.sql.rows<DeliveryKey>(
    `select customer_id as "customerId", id from delivery where state = 'queued' order by id`,
  );
});
afterAll(async () => {
  await product.close();
  await mails.close();
});

const allAtOnce = () => Promise.all(keys.map((key) => product.get(DeliverySender).send(key)));
const sent = async () =>
  (await ledger.sql.rows<{ n: number }>(`select count(*)::integer as n from delivery where state = 'sent'`))[0]?.n;
const minutesToWait = async () =>
  (
    await ledger.sql.rows<{ minutes: number }>(
      `select distinct round(extract(epoch from run_at - now()) / 60)::integer as minutes
         from graphile_worker.jobs where task_identifier = 'send-delivery' and key like '%-later'`,
    )
  ).map(({ minutes }) => minutes);

test('sent all at once, as many go out as may in an hour; the others wait until the first of them is an hour ago', async () => {
  expect(keys).toHaveLength(3 * MOST);
  await allAtOnce();
  expect(await sent()).toBe(MOST);
  expect(await minutesToWait()).toEqual([60]);
});

test('half an hour on it is still too soon; an hour on as many again go out, and each customer hears once', async () => {
  clock.moveTo(`${TODAY}T09:30:00Z`);
  await allAtOnce();
  expect(await sent()).toBe(MOST);
  for (const [hour, most] of [
    ['10', 2 * MOST],
    ['11', 3 * MOST],
  ] as const) {
    clock.moveTo(`${TODAY}T${hour}:00:01Z`);
    await allAtOnce();
    expect(await sent()).toBe(most);
  }
  for (let n = 1; n <= 3 * MOST; n++) expect(mails.receivedFor(`firm${n}@customer.example`)).toHaveLength(1);
});
