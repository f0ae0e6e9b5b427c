import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { addDays } from '../../analytics/index.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import type { Outcome } from './outcome.js';
import { PolicyOfferChangeSort, type PolicyOfferChangesArgs } from './policies.inputs.js';
import { Policies } from './policies.service.js';
import { policyOf } from './policy.js';
import type { PolicyOfferChange } from './policy-offers.view.js';
import { offerFor } from './recommendation.js';

interface Decided {
  customerId: number;
  decisionId: number;
  decidedOn: string;
  name: string;
  inputs: Application;
}

/** Kept with all that an offer is weighed from: what was kept before offers were judged is not. */
const recentSql = `select d.customer_id as "customerId", d.id as "decisionId", d.decided_on as "decidedOn", c.name, d.inputs
  from decision d join customer c on c.id = d.customer_id
 where d.decided_on > $1 and d.decided_on <= $2 and d.recommendation ->> 'best' is not null
 order by d.decided_on desc, d.id desc limit 200`;

/** Weighed between two looks at what else is asked of the server: some 25 ms. */
const AT_ONCE = 10;

type Change = Omit<PolicyOfferChange, 'customer'> & { name: string };

/** Weighs recent decisions again by a draft, each from what it saw: what would have been offered instead. */
@Injectable()
export class PolicyOffers {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  async changes({ filter = {}, ...args }: PolicyOfferChangesArgs): Promise<Page<Change> & { decisions: number }> {
    const [before, after] = [policyOf(await this.policies.inForce()), policyOf(await this.policies.draft())];
    const today = this.clock.today();
    const decided = await this.sql.rows<Decided>(recentSql, [addDays(today, -365), today]);
    const changes: Change[] = [];
    for (const [i, { inputs, ...of }] of decided.entries()) {
      if (i % AT_ONCE === 0) await setImmediate();
      const [was, is] = [offerFor(inputs, before), offerFor(inputs, after)];
      if (isSame(was, is)) continue;
      changes.push({ ...of, before: shown(was, inputs.currency), after: shown(is, inputs.currency) });
    }
    const found = changes.filter(
      ({ name, after: { outcome } }) =>
        anyHolds(filter.search, name) && (filter.outcome === undefined || filter.outcome === outcome),
    );
    const page = sortedPage(found, args, {
      name: 'offers of a policy',
      value: sortedBy[args.sort],
      key: ({ decisionId }) => decisionId,
    });
    return { ...page, decisions: decided.length };
  }
}

const sortedBy: Record<PolicyOfferChangeSort, (change: Change) => string | number> = {
  [PolicyOfferChangeSort.DECIDED_ON]: ({ decidedOn }) => decidedOn,
  [PolicyOfferChangeSort.NAME]: ({ name }) => name.toLowerCase(),
  [PolicyOfferChangeSort.DEPOSIT]: ({ before, after }) => Math.abs(after.depositShare - before.depositShare),
};

type Offered = ReturnType<typeof offerFor>;

/** What is offered; another assumption of how often it is taken, or what it earns, makes it no other offer. */
const OFFERED = ['outcome', 'limitMinor', 'depositMinor', 'depositShare', 'termsDays', 'billingPeriodDays'] as const;
const isSame = (a: Offered, b: Offered) => OFFERED.every((key) => a[key] === b[key]);

const shown = ({ outcome, limitMinor, depositMinor, profitMinor, ...rest }: Offered, currency: string) => ({
  ...rest,
  outcome: outcome as Outcome,
  limit: money(limitMinor, currency),
  deposit: money(depositMinor, currency),
  expectedProfit: money(profitMinor, currency),
});
