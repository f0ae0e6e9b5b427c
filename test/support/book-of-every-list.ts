import { emptyReport } from '../../analytics/index.js';
import { Keys } from '../../api/auth/keys.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Sessions } from '../../api/auth/sessions.service.js';
import { Policies } from '../../api/decisions/policies.service.js';
import { Sql } from '../../api/shared/sql.js';
import type { Asker } from './asker.js';
import { TestLedger } from './ledger.js';
import { type Product, startApi } from './product.js';

/**
 * A book in which every list of the schema has rows. Names, days and amounts repeat, so that rows that are equal must be
 * told apart. The customer has a long ledger; the prospect many decisions, contacts and scores.
 */
export async function bookOfEveryList(): Promise<{
  product: Product;
  admin: Asker;
  customerId: number;
  prospectId: number;
  campaignId: number;
  importId: number;
}> {
  const product = await startApi();
  const admin = await product.as(PersonRole.ADMIN);
  for (let i = 0; i < 8; i++)
    await product.get(Keys).make({ name: `Robot ${i % 3}`, permissions: ['book.read'], validDays: 30 + (i % 2) });
  await product.get(Sql).rows(`update api_key set last_used_at = made_at where id % 2 = 0`);
  for (let i = 0; i < 11; i++) await product.as([PersonRole.SALES, PersonRole.FINANCE][i % 3 ? 0 : 1] as PersonRole);
  for (let i = 0; i < 8; i++)
    await product.get(Sql).transaction((client) => product.get(Sessions).begin(client, product.personId));
  const ledger = TestLedger.of(product);
  let customerId: number | undefined;
  for (let i = 0; i < 11; i++) {
    const customer = await ledger.customer(`Name ${i % 4}`, {
      number: `N${i}`,
      credit_limit_minor: i % 2 === 0 ? 1_000 : null,
      country: i % 3 ? 'DE' : null,
    });
    customerId ??= customer.id;
    if (i % 3 > 0) await customer.contact(`pay@n${i}.example`);
    for (let j = 0; j < (i === 0 ? 9 : 2); j++) {
      await customer.invoice(`R${i}-${j}`, {
        issued: `2026-0${(j % 3) + 6}-01`,
        due: `2026-${j % 2 ? '11-30' : '08-15'}`,
        minor: 50_000 * ((i % 3) + 1),
      });
    }
    await customer.pays(`P${i}`, '2026-10-01', 40_000, { [`R${i}-0`]: 30_000 });
    if (i === 0)
      for (let j = 0; j < 7; j++) await customer.pays(`Q${j}`, `2026-10-0${(j % 3) + 1}`, 100 * ((j % 2) + 1));
    if (i % 2)
      await ledger.sql.rows(
        `insert into score values ($1, '2026-11-01', null, $2, 'E', 0.3, 0.5, 3, 4, $3, 600, '[]', 'x')`,
        [customer.id, 500 + (i % 3), i % 4 === 1],
      );
    await ledger.rate(['USD', 'GBP', 'SEK'][i % 3] as string, i + 1, `2026-01-${10 + Math.floor(i / 3)}`);
    const deliveryId = await ledger.insert('delivery', {
      customer_id: customer.id,
      planned_for: `2026-11-0${(i % 2) + 1}`,
      channel: 'email',
      recipient: `r@n${i}.example`,
      subject: 's',
      body_text: '',
      body_html: '',
      state: 'sent',
      attempted_at: i % 2 ? `2026-11-01T08:00:00.${123_450 + (i % 5)}Z` : null,
    });
    await ledger.insert('incoming_mail', {
      customer_id: customer.id,
      delivery_id: deliveryId,
      kind: ['replied', 'bounced'][i % 2],
      received_at: `2026-11-01T08:00:00.${123_450 + (i % 5)}Z`,
      sender: 'x',
      subject: `S${i % 3}`,
      body_text: '',
    });
    const endpointId = await ledger.insert('webhook_endpoint', {
      url: 'https://erp.example',
      name: `ERP ${i % 3}`,
      events: ['sent'],
      made_at: `2026-11-01T08:00:00.${123_450 + (i % 5)}Z`,
    });
    await ledger.insert('webhook_event', {
      customer_id: customer.id,
      endpoint_id: endpointId,
      type: 'sent',
      event_key: 'x',
      body: {},
      happened_at: `2026-11-01T08:00:00.${123_450 + (i % 5)}Z`,
      attempts: i % 3,
      state: ['dead', 'delivered'][i % 2],
    });
    await ledger.insert('mailbox_message', {
      sender: 's',
      recipient: 'r',
      subject: `S${i % 3}`,
      body_text: '',
      body_html: '',
      received_at: `2026-11-01T08:00:00.${123_450 + (i % 5)}Z`,
    });
    await ledger.insert('approval', {
      customer_id: customer.id,
      action: 'release hold',
      input: {},
      summary: `S${i % 2}`,
      amount_minor: i % 3 ? (i % 2) * 100 : null,
      currency: 'EUR',
      asked_by: admin.personId,
      asked_by_name: 'x',
      asked_at: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
    });
    if (i > 3)
      await ledger.insert('standing', {
        customer_id: customer.id,
        state: 'orders_on_hold',
        since: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
        reasons: '[]',
        changed_by: 'test',
      });
    const input = {
      companyName: `Prospect ${i}`,
      entityType: 'COMPANY',
      currency: 'EUR',
      contractValueMinor: 100_000,
      monthlyRunMinor: 10_000,
      termsDaysAsked: 30,
      yearsTrading: i % 3,
      keep: true,
    };
    await product.gql('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', { input });
  }
  const prospect = await ledger.customer('Decided often', { stage: 'prospect' });
  for (let i = 0; i < 7; i++) {
    await ledger.sql.rows(
      `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
       select $1, date '2026-11-01' + $2::integer, decided_by, outcome, 600 + $2, grade, inputs, recommendation, card_version, policy_version from decision limit 1`,
      [prospect.id, i % 3],
    );
  }
  for (let i = 0; i < 8; i++)
    await ledger.sql.rows(
      `insert into contract (customer_id, decision_id, country, supplier, drawn_up_on, drawn_up_by, clauses, signed_on, signed_told_by)
       select $1, min(id), 'GB', 's', date '2026-11-01' + $2::integer, 'x', '[]', $3, case when $3::date is null then null else 'x' end
         from decision where customer_id = $1`,
      [prospect.id, i % 3, i % 2 ? `2026-11-1${i % 3}` : null],
    );
  for (let i = 0; i < 8; i++) {
    const day = `2026-0${(i % 3) + 1}-1${i}`;
    await prospect.contact(i % 2 ? `p${i % 4}@decided.example` : null, `Person ${i % 3}`);
    await prospect.invoice(`S${i}`, { issued: '2025-12-01', due: `2026-01-0${(i % 3) + 1}`, minor: 100 });
    await prospect.pays(`S${i}`, day, 100, { [`S${i}`]: 100 });
    await ledger.sql.rows(
      `insert into score values ($1, $2, $2::date + 1, $3, 'C', 0.1, 0.5, 3, 4, false, 600, '[]', 'x')`,
      [prospect.id, day, 600 + (i % 3)],
    );
  }
  for (let i = 0; i < 8; i++)
    await ledger.insert('credit_application', {
      answers: { companyName: `Asker ${i % 3}` },
      made_by: 'x',
      made_at: `2026-11-05T08:00:00.${123_450 + (i % 3)}Z`,
      changed_at: `2026-11-06T08:00:00.${123_450 + (i % 4)}Z`,
    });
  for (let i = 0; i < 8; i++)
    await ledger.insert('credit_check', {
      customer_id: customerId,
      provider: ['typed in', 'dnb'][i % 2],
      reported_on: `2026-11-0${(i % 3) + 1}`,
      received_at: `2026-11-05T08:00:00.${123_450 + (i % 3)}Z`,
      asked_by: 'x',
      received: {},
      report: emptyReport,
    });
  const some = await ledger.sql.rows<{ id: number }>('select id from customer order by id limit 11');
  for (const [i, { id }] of some.entries()) {
    await ledger.insert('default_event', {
      customer_id: id,
      cause: 'write-off',
      happened_on: `2026-0${(i % 3) + 1}-01`,
    });
    await ledger.insert('score_review', {
      customer_id: id,
      asked_at: `2026-11-05T08:00:00.${123_450 + (i % 3)}Z`,
      asked_by: 'x',
      because: 'why',
      points_then: 600,
      grade_then: 'B',
    });
  }
  for (let i = 0; i < 14; i++) {
    const due = await ledger.customer(`Due ${i % 3}`);
    await due.invoice('DUE', { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
    if (i % 2) await due.contact(`pay@due${i}.example`);
    await ledger.sql.rows(
      `insert into score values ($1, '2026-11-01', null, 530, 'D', 0.2, 0.5, 3, 4, false, 600, '[]', 'x')`,
      [due.id],
    );
    await due.invoice('TO-CALL', { issued: '2026-10-01', due: '2026-11-09', minor: 1_000 });
    await ledger.insert('contact', { customer_id: due.id, name: 'Bo', phone: `+49 ${i % 4}` });
    if (i > 5)
      await ledger.insert('reminder_pause', {
        customer_id: due.id,
        reason: 'by_hand',
        from_on: '2026-11-01',
        until_on: i % 2 ? `2026-11-2${i % 4}` : null,
        set_by: 'x',
        set_at: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
        ended_by: i % 3 ? null : 'x',
        ended_at: i % 3 ? null : '2026-11-02T08:00:00Z',
      });
  }
  for (let i = 0; i < 8; i++) {
    const late = await ledger.customer(`Late ${i % 3}`);
    await late.invoice('L', { issued: '2026-07-01', due: '2026-08-01', minor: 100_000 * ((i % 2) + 1) });
  }
  await product.get(Policies).write({
    settings: [
      { key: 'knownDepositShare', value: { A: 0, B: 0, C: 0, D: 0.4, E: 1 }, source: 'Our own losses.' },
      { key: 'newTermsDays', value: { A: 0, B: 0, C: 0, D: 0, E: 0 }, source: 'Our own losses.' },
    ],
    reason: 'Tried here.',
  });
  for (let i = 0; i < 8; i++)
    await ledger.insert('model', {
      kind: 'lateness',
      version: i + 1,
      state: 'retired',
      artefact: {},
      checksum: 'a'.repeat(64),
      objections: '[]',
      trained_on: `2026-11-0${(i % 3) + 1}`,
      trained_at: '2026-11-05T08:00:00Z',
      trained_by: 'x',
      retired_at: '2026-11-06T08:00:00Z',
    });
  const { document } = (await ledger.sql.one<{ document: object }>('select document from campaign')) ?? {};
  for (let i = 0; i < 8; i++)
    await ledger.insert('campaign', {
      document:
        i > 0 ? document : { ...document, steps: [{ key: 'T-5', offsetDays: -5, channel: 'email', audience: {} }] },
      note: `n${i % 3}`,
      made_by: 'x',
      made_at: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
      ...(i > 0 && { state: 'retired', activated_at: '2026-11-01T08:00:00Z', retired_at: '2026-11-02T08:00:00Z' }),
    });
  const words = await ledger.sql.rows<{ id: number; language: string; situation: string }>(
    'select id, language, situation from reminder_template order by id limit 8',
  );
  for (const [i, { id, language, situation }] of words.entries()) {
    const second = await ledger.insert('reminder_template', {
      ...{ language, situation, subject: `Tried ${i}`, body: 'Words {list}', short_text: 'Words', is_tried: true },
      ...{ set_by: 'x', set_at: '2026-11-01T08:00:00Z' },
    });
    await ledger.insert('template_comparison', {
      ...{ language, situation, first_id: id, second_id: second, begun_by: 'x' },
      begun_at: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
      ...(i % 2 > 0 && { ended_at: '2026-11-02T08:00:00Z', ended_by: 'x', keeps_second: false }),
    });
  }
  const draft = await ledger.sql.one<{ id: number }>(`select id from campaign where state = 'draft'`);
  await muchInOne(ledger);
  const rows = Array.from({ length: 8 }, (_, i) => ({
    file: `${i % 2}.csv`,
    line: i + 2,
    column: i % 3 ? 'amount' : null,
    value: `${i}`,
    sentence: `Wrong ${i % 3}.`,
  }));
  const importId = await ledger.insert('import', {
    created_at: '2026-11-01T08:00:00Z',
    state: 'checked',
    files: '[]',
    report: { badRows: rows, badRowCount: 8, warnings: rows, warningCount: 8 },
  });
  return {
    product,
    admin,
    customerId: customerId as number,
    prospectId: prospect.id,
    campaignId: draft?.id as number,
    importId,
  };
}

/** One invoice with many allocations, one message about many invoices, one planned that will be. */
async function muchInOne(ledger: TestLedger): Promise<void> {
  const many = await (await ledger.customer('Much in one')).contact('pay@much.example');
  const deliveryId = await ledger.insert('delivery', {
    customer_id: many.id,
    planned_for: '2026-11-03',
    channel: 'email',
    recipient: 'pay@much.example',
    subject: 's',
    body_text: '',
    body_html: '',
    state: 'sent',
  });
  for (let i = 0; i < 8; i++) {
    const minor = 1_000 * ((i % 3) + 1);
    await many.invoice(`MUCH-${i}`, { issued: '2026-10-30', due: '2026-11-30', minor });
    await ledger.sql.rows(
      `insert into delivery_line (customer_id, invoice_id, step, channel, cycle, addressee_id, delivery_id, open_minor)
       values ($1, $2, 'much', 'email', '2026-11-03', $1, $3, $4)`,
      [many.id, many.invoiceId(`MUCH-${i}`), deliveryId, minor],
    );
  }
  await many.invoice('IN-PARTS', { issued: '2026-01-01', due: '2026-02-01', minor: 100_000 });
  for (let i = 0; i < 8; i++)
    await many.pays(`PART-${i}`, `2026-0${(i % 3) + 3}-01`, 100 * ((i % 2) + 1), {
      'IN-PARTS': 100 * ((i % 2) + 1),
    });
}
