import { PersonRole } from '../../api/auth/person.entity.js';
import { ProgramSql } from '../../api/shared/sql.js';
import type { Asker } from './asker.js';
import { completeForm } from './complete-form.js';
import { TestLedger } from './ledger.js';
import type { Product } from './product.js';

type Given = Record<string, unknown>;
export interface Firm {
  product: Product;
  /** Somebody else, who asks what the manager decides. */
  colleague: Asker;
  customerId: number;
  /** Has an invoice that is open, a contact and a score. */
  invoiceId: number;
  decisionId: number;
}
export type Ready = (firm: Firm, n: number) => Promise<Given>;

const sqlOf = ({ product }: Firm) => product.get(ProgramSql);
const only = async (rows: Promise<{ id: number }[]>) => String((await rows)[0]?.id);
const standing = (firm: Firm, state: string) =>
  sqlOf(firm).rows(
    `insert into standing (customer_id, state, since, changed_by) values ($1, $2, '2026-11-01', 'x')
     on conflict (customer_id) do update set state = excluded.state`,
    [firm.customerId, state],
  );
const noneWaits = (firm: Firm) =>
  sqlOf(firm).rows(
    `update approval set state = 'withdrawn', decided_by = asked_by, decided_by_name = 'x', decided_at = now() where state = 'waiting'`,
  );

/** What the colleague asked for, that the hold be released. */
const asked: Ready = async (firm) => {
  await noneWaits(firm);
  await standing(firm, 'orders_on_hold');
  const { releaseHold } = await firm.colleague.gql(
    'mutation ($id: ID!) { releaseHold(input: { customerId: $id, note: "they paid" }) { approval { id } } }',
    { id: String(firm.customerId) },
  );
  return { approvalId: releaseHold.approval.id };
};
const deposited: Ready = async (firm) => {
  await noneWaits(firm);
  await firm.product.gql(
    'mutation ($id: ID!) { receiveDeposit(input: { customerId: $id, amountMinor: 100, currency: "EUR", reason: "as agreed" }) { id } }',
    { id: String(firm.customerId) },
  );
  return { currency: 'EUR', reason: 'as agreed' };
};
const decided =
  (outcome: string): Ready =>
  async (firm) => {
    await noneWaits(firm);
    const decisionId = await only(
      sqlOf(firm).rows(
        `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
         select customer_id, decided_on, decided_by, $2, points, grade, inputs, recommendation || jsonb_build_object('outcome', $2::text), card_version, policy_version
           from decision where id = $1 returning id`,
        [firm.decisionId, outcome],
      ),
    );
    const [{ customer_id: customerId } = { customer_id: 0 }] = await sqlOf(firm).rows<{ customer_id: number }>(
      'select customer_id from decision where id = $1',
      [decisionId],
    );
    return { customerId: String(customerId), decisionId, country: 'GB', outcome: 'APPROVE_WITH_CONDITIONS' };
  };
const words: Ready = async (firm) => {
  await sqlOf(firm).rows('delete from template_comparison');
  return {
    subject: 'Your invoices',
    body: 'Hello {contact},\n\n{list}\n\nThank you.',
    shortText: 'Invoices are open.',
  };
};
const reviewed = (firm: Firm) => sqlOf(firm).rows('delete from score_review where customer_id = $1', [firm.customerId]);
const KEEP = 'mutation ($input: CreditApplicationInput!) { keepCreditApplication(input: $input) { id } }';
const applied: Ready = async ({ product }) => {
  const answers = [{ question: 'companyName', text: 'Ink Works Ltd' }];
  const { keepCreditApplication } = await product.gql(KEEP, { input: { answers } });
  return { applicationId: keepCreditApplication.id, question: 'remarks' };
};
/** A form that only has to be sent in. */
const formed: Ready = async (firm, n) => {
  const { applicationId } = await applied(firm, n);
  const { sendCreditApplication } = await firm.product.gql(
    'mutation ($id: ID!) { sendCreditApplication(input: { applicationId: $id, supplier: "Paper & Co" }) { link } }',
    { id: applicationId },
  );
  const secret = sendCreditApplication.link.split('#')[1];
  const answers = Object.entries(completeForm).map(([question, text]) => ({ question, text }));
  await firm.product.gql(
    'mutation ($input: ProspectAnswersInput!) { keepProspectForm(input: $input) { isSubmitted } }',
    {
      input: { secret, answers },
    },
  );
  return { secret, question: 'remarks', text: 'As we said.', consentedBy: 'Ida Ink' };
};
const model: Ready = async (firm) => {
  await sqlOf(firm).rows(
    `update model_promotion set state = 'withdrawn', decided_by = asked_by, decided_at = now() where state = 'waiting'`,
  );
  await sqlOf(firm).rows(`update model set state = 'retired', retired_at = now() where state = 'challenger'`);
  const modelId = await only(
    sqlOf(firm).rows(
      `insert into model (kind, version, state, artefact, checksum, objections, trained_on, trained_at, trained_by)
       select 'lateness', coalesce(max(version), 0) + 1, 'challenger', '{}', encode(sha256('{}'), 'hex'), '[]', '2026-11-01', now(), 'x' from model returning id`,
    ),
  );
  return { modelId };
};
const promotion: Ready = async (firm, n) => {
  const { modelId } = await model(firm, n);
  const promotionId = await only(
    sqlOf(firm).rows(
      `insert into model_promotion (model_id, reason, asked_by, asked_by_name, asked_at) values ($1, 'better', $2, 'x', now()) returning id`,
      [modelId, firm.colleague.personId],
    ),
  );
  return { promotionId };
};

/** A customer with an invoice that is overdue, a contact and a score. */
export async function owing(product: Product, name: string) {
  const customer = await (await TestLedger.of(product).customer(name, { number: name })).contact(
    `pay@${name.toLowerCase()}.example`,
  );
  await customer.invoice(`${name}-1`, { issued: '2026-01-01', due: '2026-02-01', minor: 900_000 });
  await product
    .get(ProgramSql)
    .rows(`insert into score values ($1, '2026-11-01', null, 530, 'D', 0.2, 0.5, 3, 4, false, 600, '[]', 'x')`, [
      customer.id,
    ]);
  return customer;
}

/** What the good inputs are about. */
export async function firmIn(product: Product): Promise<Firm> {
  const customer = await owing(product, 'Firm');
  const { vet } = await product.gql('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', {
    input: {
      ...{ companyName: 'Ink Works', entityType: 'COMPANY', currency: 'EUR', country: 'GB', yearsTrading: 12 },
      ...{ contractValueMinor: 100_000, monthlyRunMinor: 10_000, termsDaysAsked: 30, keep: true },
    },
  });
  return {
    ...{ product, customerId: customer.id, invoiceId: customer.invoiceId('Firm-1') },
    ...{ colleague: await product.as(PersonRole.FINANCE), decisionId: Number(vet.decision.id) },
  };
}

let tries = 0;
/** What a mutation is asked with, so that it is taken wherever it may be. */
export async function goodInput(firm: Firm, mutation: string): Promise<Given> {
  tries++;
  return {
    customerId: String(firm.customerId),
    email: `person${tries}@firm.example`,
    name: 'Some Body',
    note: 'for a reason',
    reason: 'for a reason',
    ...(await readyFor[mutation]?.(firm, tries)),
  };
}

/** What a mutation needs besides a text to take it, made anew before each try. */
export const readyFor: Record<string, Ready> = {
  approve: asked,
  refuseApproval: asked,
  withdrawApproval: async (firm) => {
    await noneWaits(firm);
    const approvalId = await only(
      sqlOf(firm).rows(
        `insert into approval (customer_id, action, input, summary, currency, asked_by, asked_by_name, asked_at)
         values ($1, 'release hold', '{}', 's', 'EUR', $2, 'x', now()) returning id`,
        [firm.customerId, firm.product.personId],
      ),
    );
    return { approvalId };
  },
  releaseHold: async (firm) => {
    await noneWaits(firm);
    await standing(firm, 'orders_on_hold');
    return {};
  },
  putOrdersOnHold: async (firm) => {
    await standing(firm, 'good');
    return {};
  },
  askForScoreReview: async (firm) => {
    await reviewed(firm);
    return {};
  },
  reviewScore: async (firm) => {
    await reviewed(firm);
    const reviewId = await only(
      sqlOf(firm).rows(
        `insert into score_review (customer_id, asked_at, asked_by, because, points_then, grade_then)
         values ($1, now(), 'x', 'why', 600, 'B') returning id`,
        [firm.customerId],
      ),
    );
    return { reviewId };
  },
  receiveDeposit: async () => ({ currency: 'EUR', reason: 'as agreed' }),
  releaseDeposit: deposited,
  setReminderTemplate: words,
  compareReminderTemplate: words,
  endTemplateComparison: async (firm, n) => {
    await words(firm, n);
    const [first] = await sqlOf(firm).rows<{ id: number; language: string; situation: string }>(
      'select id, language, situation from reminder_template where not is_tried order by id limit 1',
    );
    const comparisonId = await only(
      sqlOf(firm).rows(
        `with second as (insert into reminder_template (language, situation, subject, body, short_text, is_tried, set_by, set_at)
           values ($2, $3, 'Tried', 'Words {list}', 'Words', true, 'x', now()) returning id)
         insert into template_comparison (language, situation, first_id, second_id, begun_by, begun_at)
         select $2, $3, $1, second.id, 'x', now() from second returning id`,
        [first?.id, first?.language, first?.situation],
      ),
    );
    return { comparisonId };
  },
  draftCampaign: async () => ({
    ...{ holdoutShare: 0.1, holdoutHighRisk: false, sendFrom: '09:00', sendUntil: '16:30', mostPerHour: 100 },
    ...{ key: 'friendly', offsetDays: -5, channel: 'EMAIL', gapDays: 3, catchUpDays: 3 },
  }),
  drawUpContract: async (firm, n) => ({ ...(await decided('approve')(firm, n)), supplier: 'Paper & Co' }),
  setClause: async () => ({
    ...{ title: 'Price and payment', body: 'Payment is due as agreed.', source: 'our lawyer', country: 'GB' },
  }),
  keepCreditApplication: applied,
  sendCreditApplication: async (firm, n) => ({ ...(await applied(firm, n)), supplier: 'Paper & Co', email: null }),
  keepProspectForm: formed,
  submitProspectForm: formed,
  overrideDecline: decided('decline'),
  tellOfferOutcome: async (firm, n) => ({ ...(await decided('approve')(firm, n)), result: 'DECLINED' }),
  recordCall: async (firm) => {
    await sqlOf(firm).rows(`delete from delivery where customer_id = $1 and channel = 'call'`, [firm.customerId]);
    const deliveryId = await only(
      sqlOf(firm).rows(
        `insert into delivery (customer_id, planned_for, channel, recipient, subject, body_text, body_html)
         values ($1, '2026-11-22', 'call', '+49 30 1', 's', '', '') returning id`,
        [firm.customerId],
      ),
    );
    return { deliveryId };
  },
  writeToContactAgain: async (firm) => {
    const [contact] = await sqlOf(firm).rows<{ id: number; email: string }>(
      'select id, email from contact where customer_id = $1 and email is not null limit 1',
      [firm.customerId],
    );
    await sqlOf(firm).rows(
      `insert into contact_mail_state values ($1, lower($2), 'bounced', now()) on conflict do nothing`,
      [firm.customerId, contact?.email],
    );
    return { contactId: String(contact?.id) };
  },
  settleSanctionMatch: async (firm) => {
    await sqlOf(firm).rows('delete from sanction_list');
    await sqlOf(firm).rows(
      `with list as (insert into sanction_list (name, sha256, entries, imported_at, imported_by)
         values ('A list', repeat('a', 64), 1, now(), 'x') returning id)
       insert into sanction_entry (list_id, place, names) select id, 1, array['Ink Works Ltd'] from list`,
    );
    return {
      companyName: 'Ink Works Ltd',
      entry: 'Ink Works Ltd',
      isSame: false,
      country: 'GB',
      registrationNumber: '00123456',
    };
  },
  refusePromotion: promotion,
  withdrawPromotion: async (firm, n) => {
    const { promotionId } = await promotion(firm, n);
    await sqlOf(firm).rows('update model_promotion set asked_by = $2 where id = $1', [
      promotionId,
      firm.product.personId,
    ]);
    return { promotionId };
  },
  vet: async (_, n) => ({
    ...{ companyName: `Prospect ${n}`, entityType: 'COMPANY', currency: 'EUR' },
    ...{ contractValueMinor: 100_000, monthlyRunMinor: 10_000, keep: true },
  }),
  setExchangeRate: async () => ({ currency: 'USD' }),
  typeInCreditCheck: async () => ({ judgments: 1 }),
  setBureauScale: async () => ({
    ...{ key: 'a-scale', title: 'A scale', source: 'its document', lo: 0, hi: 100, pd: 0.1 },
  }),
  draftPolicy: async () => ({ key: 'margin', value: 0.3, source: 'our accounts', reason: 'a better year' }),
  setCreditCheckReuse: async () => ({ provider: 'DNB' }),
  // Said twice it is said once, and the words of the second would be nobody’s.
  setDispute: async (firm) => {
    const [invoice] = await sqlOf(firm).rows<{ is: boolean }>('select is_disputed as is from invoice where id = $1', [
      firm.invoiceId,
    ]);
    return { invoiceId: String(firm.invoiceId), isDisputed: !invoice?.is };
  },
  // Whoever owns it already is set without an entry: it changes hands each time.
  setOwner: async (firm) => {
    const [row] = await sqlOf(firm).rows<{ owner: number | null }>(
      'select owner_id as owner from customer where id = $1',
      [firm.customerId],
    );
    return row?.owner === null ? { personId: String(firm.product.personId) } : {};
  },
  changePerson: async (firm) => ({ personId: String(firm.product.personId), isActive: true }),
  makeApiKey: async () => ({ permissions: 'book.read' }),
  keepContact: async () => ({ email: 'pay@firm.example', phone: '+44 20 7946 0018' }),
  pauseReminders: async () => ({ reason: 'BY_HAND' }),
  addWebhookEndpoint: async () => ({ url: 'https://erp.example.com/told' }),
};

/** Where a text alone says too little: what it stands in. */
export const around: Record<string, (text: string) => string> = Object.fromEntries(
  ['setReminderTemplate', 'compareReminderTemplate'].map((mutation) => [
    `${mutation} input.body`,
    (text: string) => `Hello {contact},\n\n{list}\n\n${text} Thank you.`,
  ]),
);
