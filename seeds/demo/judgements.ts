/** What people have already decided in the demo book: one customer on hold, a few prospects vetted. */
import type pg from 'pg';
import { addDays, type Day } from '../../analytics/index.js';
import type { Application } from '../../api/decisions/application.js';
import { evidenceOf } from '../../api/decisions/evidence-of.js';
import { recommendation } from '../../api/decisions/recommendation.js';
import type { SeedCustomer } from '../book/customer-ledger.js';
import { keepTypedIn } from './credit-checks.js';

const PERSON = 'demo';

export async function putOnHold(client: pg.ClientBase, customer: SeedCustomer, today: Day): Promise<void> {
  const day = addDays(today, -12);
  const reasons = JSON.stringify(['Has stopped paying: no payment for three months and no answer to three calls.']);
  const at = `${day}T09:20:00Z`;
  await client.query(
    `insert into standing (customer_id, state, since, reasons, changed_by) values ($1, 'orders_on_hold', $2, $3, $4)`,
    [customer.id, at, reasons, PERSON],
  );
  await client.query(
    `insert into standing_change (customer_id, from_state, to_state, reasons, note, as_of, changed_by, changed_at)
     values ($1, 'good', 'orders_on_hold', $2, 'Called three times.', $3, $4, $5)`,
    [customer.id, reasons, day, PERSON, at],
  );
}

/** What the prospects said of themselves: a clean company, a young one, one with judgments, one that is insolvent. */
const answers: Pick<
  Application,
  'yearsTrading' | 'judgments' | 'netWorthMinor' | 'workingCapitalMinor' | 'insolvent'
>[] = [
  { yearsTrading: 14, judgments: 0, netWorthMinor: 61_000_000, workingCapitalMinor: 24_000_000, insolvent: false },
  { yearsTrading: 1, judgments: 0, netWorthMinor: 2_500_000, workingCapitalMinor: 900_000, insolvent: false },
  { yearsTrading: 6, judgments: 2, netWorthMinor: 9_000_000, workingCapitalMinor: 1_200_000, insolvent: false },
  { yearsTrading: 9, judgments: 1, netWorthMinor: -4_000_000, workingCapitalMinor: -2_000_000, insolvent: true },
];

/** The newest prospects stay without a decision, so that there is somebody to vet. */
export async function vetProspects(
  client: pg.ClientBase,
  prospects: readonly SeedCustomer[],
  today: Day,
): Promise<void> {
  for (const [i, answer] of answers.entries()) {
    const prospect = prospects[i];
    if (!prospect) return;
    const said = { ...applicationOf(prospect), ...answer };
    const application = { ...said, evidence: evidenceOf(said, { from: 'answers', ageDays: 0 }, null) };
    const decidedOn = addDays(today, -3 * (answers.length - i));
    const { offers: _, ...made } = recommendation(application, decidedOn);
    const check = await keepTypedIn(client, prospect, { said: answer, reportedOn: decidedOn, from: 'vetting' });
    await client.query(
      `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version, credit_check_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        prospect.id,
        made.asOf,
        PERSON,
        made.outcome,
        made.points,
        made.grade,
        application,
        made,
        made.cardVersion,
        made.policyVersion,
        check.id,
      ],
    );
  }
}

function applicationOf(prospect: SeedCustomer): Omit<Application, keyof (typeof answers)[number]> {
  return {
    companyName: prospect.name,
    registrationNumber: prospect.registrationNumber,
    country: prospect.country,
    entityType: prospect.entityType,
    isNaturalPerson: prospect.entityType !== 'company' && prospect.entityType !== 'public_body',
    currency: prospect.currency,
    contractValueMinor: 3_600_000,
    monthlyRunMinor: 300_000,
    termsDaysAsked: 30,
    billingPeriodDays: 30,
    workInProgressMinor: 0,
    setUpCostMinor: 0,
    margin: null,
    hasGuarantee: false,
    isKnown: false,
    bureauScale: null,
    bureauScore: null,
    bureauPd: null,
    creditCheckId: null,
    suggestedLimitMinor: null,
    reportAgeDays: 0,
    isActive: null,
  };
}
