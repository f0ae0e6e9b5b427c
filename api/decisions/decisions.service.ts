import { Injectable } from '@nestjs/common';
import { CreditApplications } from '../credit-applications/credit-applications.service.js';
import { Clock } from '../shared/clock.js';
import { holds, keyOf, type ListOf, listOf, listsOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { Applications } from './applications.service.js';
import type { Decision, VetResult } from './decision.view.js';
import { NoAssumption, WhatIfNotKept } from './decisions.errors.js';
import type { DecisionsArgs, VetInput } from './decisions.inputs.js';
import { type DecisionRow, decisionColumns, KeepDecision } from './keep-decision.service.js';
import { offerIfAny } from './offer-of.js';
import type { Outcome } from './outcome.js';
import { Policies } from './policies.service.js';
import { type PolicyDocument, policyDocument, policyOf } from './policy.js';
import { isAssumption, type SettingKey } from './policy-settings.js';
import { type RecommendationRecord, recommendation } from './recommendation.js';
import { shown } from './show-recommendation.js';

const withOverride = `${decisionColumns}, case when o.decision_id is not null then json_build_object('outcome', o.outcome, 'ground', o.ground,
  'reason', o.reason, 'askedBy', o.asked_by, 'approvedBy', o.approved_by, 'at', o.overridden_at, 'offer', case when o.terms_days is not null then json_build_object(
  'limitMinor', o.limit_minor, 'depositMinor', o.deposit_minor, 'termsDays', o.terms_days, 'releaseRule', o.release_rule) end) end as override,
  case when f.decision_id is not null then json_build_object('result', f.result, 'note', f.note, 'toldBy', f.told_by,
  'approvedBy', f.approved_by, 'toldAt', f.told_at) end as "offerOutcome"`;
const joinOverride = `left join decision_override o on o.customer_id = d.customer_id and o.decision_id = d.id
  left join offer_outcome f on f.customer_id = d.customer_id and f.decision_id = d.id`;

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
    private readonly applications: Applications,
    private readonly keeping: KeepDecision,
    private readonly policies: Policies,
    private readonly creditApplications: CreditApplications,
  ) {}

  async vet(input: VetInput): Promise<VetResult> {
    // What may be refused first: a credit check that is read is written down.
    const policy = policyOf(await this.assumed(input));
    if (input.keep === true && input.applicationId !== undefined)
      await this.creditApplications.mustBeAbout(input.applicationId, input.companyName, input.registrationNumber);
    // What is tried otherwise than the policy is the same application once more: nobody is asked again for it.
    const made = await this.applications.of(input, { asks: !input.assumptions?.length });
    const record = recommendation(made.application, this.clock.today(), policy);
    const decision =
      input.keep === true
        ? await this.sql.transaction((client) => this.keeping.keep(client, made, record, input.applicationId))
        : null;
    return { recommendation: shown(record), decision: decision && shownDecision(decision), asking: made.asking };
  }

  /** What we would offer, by the policy in force or another; nothing is kept. */
  async recommend(input: VetInput, document?: PolicyDocument): Promise<RecommendationRecord> {
    const { application } = await this.applications.of(input);
    return recommendation(application, this.clock.today(), policyOf(document ?? (await this.policies.inForce())));
  }

  /** The policy in force, with what is to be assumed otherwise. */
  private async assumed({ assumptions = [], keep }: VetInput): Promise<PolicyDocument> {
    const document = await this.policies.inForce();
    if (assumptions.length === 0) return document;
    if (keep) throw new WhatIfNotKept();
    const settings = { ...document.settings };
    for (const { key, value } of assumptions) {
      if (!isAssumption(key)) throw new NoAssumption(key);
      settings[key as SettingKey] = { ...settings[key as SettingKey], value };
    }
    return policyDocument({ ...document, settings });
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
}

const shownPage = (page: Page<DecisionRow>): Page<Decision> => ({ ...page, nodes: page.nodes.map(shownDecision) });

function shownDecision({ override, offerOutcome, ...row }: DecisionRow): Decision {
  const decision = {
    ...row,
    outcome: override?.outcome ?? (row.recommendation.outcome as Outcome),
    override: override ? { ...override, at: new Date(override.at) } : null,
    offerOutcome: offerOutcome ? { ...offerOutcome, toldAt: new Date(offerOutcome.toldAt) } : null,
    recommendation: { ...shown(row.recommendation), keptAs: { customerId: row.customerId, id: row.id } },
  };
  return { ...decision, offer: offerIfAny(decision) };
}
