import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { bureauScales, countryCode } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { EntityType } from '../customers/customer.entity.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { holds, keyOf, type ListOf, listOf, listsOf, Values } from '../shared/list.js';
import { locks } from '../shared/locks.js';
import { money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import { wrongWith } from './application-check.js';
import type { BureauScaleView, Decision, Recommendation, VetResult } from './decision.view.js';
import { ApplicationNotRight } from './decisions.errors.js';
import type { DecisionsArgs, VetInput } from './decisions.inputs.js';
import type { Outcome } from './outcome.js';
import type { DecisionOverride } from './override.view.js';
import { type RecommendationRecord, recommendation } from './recommendation.js';

interface DecisionRow {
  customerId: number;
  id: number;
  decidedOn: string;
  decidedBy: string;
  inputs: unknown;
  recommendation: RecommendationRecord;
  override?: (Omit<DecisionOverride, 'at'> & { at: string }) | null;
}

const decisionColumns = `d.customer_id as "customerId", d.id, d.decided_on as "decidedOn", d.decided_by as "decidedBy", d.inputs, d.recommendation`;
const withOverride = `${decisionColumns}, case when o.decision_id is not null then json_build_object('outcome', o.outcome, 'ground', o.ground,
  'reason', o.reason, 'askedBy', o.asked_by, 'approvedBy', o.approved_by, 'at', o.overridden_at) end as override`;
const joinOverride = 'left join decision_override o on o.customer_id = d.customer_id and o.decision_id = d.id';

function decisionList(args: DecisionsArgs): ListOf {
  const values = new Values();
  const { filter = {} } = args;
  return {
    select: withOverride,
    from: `decision d join customer c on c.id = d.customer_id ${joinOverride}`,
    where: [
      filter.outcome !== undefined && `d.outcome = ${values.add(filter.outcome)}`,
      filter.grade !== undefined && `d.grade = ${values.add(filter.grade)}`,
      filter.search !== undefined && `c.name ilike ${values.add(holds(filter.search))}`,
    ],
    values,
    sort: { by: `d.${args.sort}`, type: args.sort === 'points' ? 'integer' : 'date' },
    key: 'd.id',
    direction: args.direction,
    page: args,
  };
}

@Injectable()
export class DecisionsService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async vet(input: VetInput): Promise<VetResult> {
    const application = applicationOf(input);
    const wrong = wrongWith(application);
    if (wrong.length > 0) throw new ApplicationNotRight(wrong);
    const record = recommendation(application, this.clock.today());
    const decision =
      input.keep === true ? await this.sql.transaction((client) => this.keep(client, application, record)) : null;
    return { recommendation: shown(record), decision: decision && shownDecision(decision) };
  }

  async decisions(args: DecisionsArgs): Promise<Page<Decision>> {
    return shownPage(await listOf<DecisionRow>(this.sql, decisionList(args)));
  }

  async byKey(customerId: number, id: string): Promise<Decision> {
    const found = await this.sql.one<DecisionRow>(
      `select ${withOverride} from decision d ${joinOverride} where d.customer_id = $1 and d.id = $2`,
      [customerId, keyOf(id)],
    );
    if (!found) throw new NotFound('decision', id);
    return shownDecision(found);
  }

  /** The same page of the decisions about each of these customers. */
  async ofCustomers(customerIds: readonly number[], args: DecisionsArgs): Promise<Page<Decision>[]> {
    const list = { ...decisionList(args), owner: 'd.customer_id' };
    return (await listsOf<DecisionRow>(this.sql, list, customerIds)).map(shownPage);
  }

  bureauScales(): BureauScaleView[] {
    return bureauScales.map((scale) => {
      const first = scale.bands[0];
      const last = scale.bands.at(-1);
      if (!first || !last) throw new Error(`the scale ${scale.key} has no bands`);
      const [low, high] = first.lo < last.lo ? [first, last] : [last, first];
      return {
        key: scale.key,
        title: scale.title,
        from: low.lo,
        to: high.hi,
        higherIsBetter: high.pd < low.pd,
        source: scale.source,
      };
    });
  }

  /** The prospect, the decision and its audit entry: all or none. */
  private async keep(client: pg.ClientBase, of: Application, record: RecommendationRecord): Promise<DecisionRow> {
    // Two people who keep the same prospect at once make one customer.
    await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [
      locks.vetting,
      of.registrationNumber ?? of.companyName.toLowerCase(),
    ]);
    const customerId = (await this.known(client, of)) ?? (await this.prospect(client, of));
    const { rows } = await client.query(
      `insert into decision as d (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${decisionColumns}`,
      [
        customerId,
        record.asOf,
        caller().name,
        record.outcome,
        record.points,
        record.grade,
        of,
        record,
        record.cardVersion,
        record.policyVersion,
      ],
    );
    await this.audit.record(client, {
      action: 'kept a decision',
      subjectType: 'customer',
      subjectId: String(customerId),
      details: {
        outcome: record.outcome,
        points: record.points,
        limitMinor: record.limitMinor,
        depositMinor: record.depositMinor,
        currency: record.currency,
      },
    });
    return rows[0];
  }

  /** The same company by its number in the register, or the same prospect by its name. */
  private async known(client: pg.ClientBase, of: Application): Promise<number | undefined> {
    const { rows } = await client.query(
      `select id from customer where ($1::text is not null and registration_number = $1 and country is not distinct from $2)
           or ($1::text is null and stage = 'prospect' and lower(name) = lower($3)) order by id limit 1`,
      [of.registrationNumber, of.country, of.companyName],
    );
    return rows[0]?.id;
  }

  private async prospect(client: pg.ClientBase, of: Application): Promise<number> {
    const { seesOnlyOwn, personId } = caller();
    const { rows } = await client.query(
      `insert into customer (number, name, stage, entity_type, country, currency, registration_number, known_at, owner_id)
       values ('prospect-' || gen_random_uuid(), $1, 'prospect', $2, $3, $4, $5, $6, $7) returning id`,
      [
        of.companyName,
        of.entityType,
        of.country,
        of.currency,
        of.registrationNumber,
        this.clock.now(),
        seesOnlyOwn ? personId : null, // whoever made it sees it
      ],
    );
    const id: number = rows[0].id;
    await client.query(`update customer set number = 'P' || lpad(id::text, 6, '0') where id = $1`, [id]);
    return id;
  }
}

/** Natural persons, and whoever might be one. */
const NATURAL = [EntityType.SOLE_TRADER, EntityType.PARTNERSHIP, EntityType.UNKNOWN];

function applicationOf(input: VetInput): Application {
  return {
    companyName: input.companyName.trim(),
    registrationNumber: input.registrationNumber?.trim() || null,
    country: asWritten(input.country),
    entityType: input.entityType,
    isNaturalPerson: NATURAL.includes(input.entityType),
    currency: input.currency.trim().toUpperCase(),
    contractValueMinor: input.contractValueMinor,
    monthlyRunMinor: input.monthlyRunMinor,
    termsDaysAsked: input.termsDaysAsked,
    billingPeriodDays: input.billingPeriodDays ?? 30,
    workInProgressMinor: input.workInProgressMinor ?? 0,
    bureauScale: input.bureauScale ?? null,
    bureauScore: input.bureauScore ?? null,
    yearsTrading: input.yearsTrading ?? null,
    judgments: input.judgments ?? null,
    netWorthMinor: input.netWorthMinor ?? null,
    workingCapitalMinor: input.workingCapitalMinor ?? null,
    insolvent: input.insolvent ?? false,
  };
}

/** What is no country stays as it was written, so that the refusal can name it. */
function asWritten(country: string | null | undefined): string | null {
  const text = country?.trim() || null;
  return text === null ? null : (countryCode(text) ?? text);
}

function shown(record: RecommendationRecord): Recommendation {
  const amount = (minor: number) => money(minor, record.currency);
  return {
    ...record,
    outcome: record.outcome as Outcome,
    grade: record.grade as Recommendation['grade'],
    reasons: [...record.reasons],
    limit: amount(record.limitMinor),
    limitParts: record.limitParts.map(({ minor, ...part }) => ({
      ...part,
      amount: minor === null ? null : amount(minor),
    })),
    requiredExposure: amount(record.requiredExposureMinor),
    exposureAtDefault: amount(record.exposureAtDefaultMinor),
    expectedLoss: amount(record.expectedLossMinor),
    deposit: amount(record.depositMinor),
  };
}

const shownPage = (page: Page<DecisionRow>): Page<Decision> => ({ ...page, nodes: page.nodes.map(shownDecision) });

const shownDecision = ({ override, ...row }: DecisionRow): Decision => ({
  ...row,
  outcome: override?.outcome ?? (row.recommendation.outcome as Outcome),
  override: override ? { ...override, at: new Date(override.at) } : null,
  recommendation: { ...shown(row.recommendation), keptAs: { customerId: row.customerId, id: row.id } },
});
