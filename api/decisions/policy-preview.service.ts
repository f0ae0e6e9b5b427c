import { Injectable } from '@nestjs/common';
import { type CreditCheckReport, type Grade, requiredExposure } from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import { Sql } from '../shared/sql.js';
import { inContractCurrency } from './in-contract-currency.js';
import { limitBounds, limitOf } from './limit-of.js';
import { PolicyChangeSort, type PolicyChangesArgs } from './policies.inputs.js';
import { Policies } from './policies.service.js';
import { type Policy, policyOf } from './policy.js';
import type { PolicyChange } from './policy.view.js';

interface Supplied {
  customerId: number;
  name: string;
  currency: string;
  termsDays: number | null;
  grade: Grade;
  /** Invoiced within a year, in the customer’s currency. */
  salesMinor: number;
  /** Of its newest credit check; null without one. */
  report: Pick<CreditCheckReport, 'accounts' | 'suggestedLimit'> | null;
  reportAgeDays: number;
}

/** Everybody with a score whom we invoiced within a year. */
const suppliedSql = `select c.id as "customerId", c.name, c.currency, c.terms_days as "termsDays", s.grade, i.sales as "salesMinor",
        k.report, coalesce(greatest(0, $1::date - k.reported_on), 0) as "reportAgeDays"
  from customer c
  join score s on s.customer_id = c.id and s.superseded_on is null
  join (select customer_id, currency, sum(amount_minor) as sales from invoice where issued_on > $1::date - 365 and issued_on <= $1 group by 1, 2) i
    on i.customer_id = c.id and i.currency = c.currency
  left join lateral (select json_build_object('accounts', k.report -> 'accounts', 'suggestedLimit', k.report -> 'suggestedLimit') as report, k.reported_on
                       from credit_check k where k.customer_id = c.id
                      order by coalesce(k.report ->> 'failurePd', k.report ->> 'delinquencyPd') is null, k.reported_on desc, k.received_at desc, k.id desc limit 1) k on true
 where c.stage = 'active'`;

type Change = Omit<PolicyChange, 'customer'> & { name: string };

/** Tries a draft on the book before it is activated: whom it would change, and by how much. */
@Injectable()
export class PolicyPreview {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly rates: RatesService,
  ) {}

  async changes({ filter = {}, ...args }: PolicyChangesArgs): Promise<Page<Change> & { customers: number }> {
    const [before, after] = [policyOf(await this.policies.inForce()), policyOf(await this.policies.draft())];
    const today = this.clock.today();
    const [rates, rows] = await Promise.all([this.rates.on(today), this.sql.rows<Supplied>(suppliedSql, [today])]);
    const supplied = rows.map((of) => ({
      ...of,
      report: of.report && inContractCurrency(of.report, of.currency, rates).report,
    }));
    const changes = supplied.flatMap((of): Change[] => {
      const [was, is] = [effect(of, before), effect(of, after)];
      if (was.limitMinor === is.limitMinor && was.termsDays === is.termsDays && was.depositShare === is.depositShare)
        return [];
      const shown = ({ limitMinor, ...rest }: typeof was) => ({ ...rest, limit: money(limitMinor, of.currency) });
      return [{ customerId: of.customerId, name: of.name, before: shown(was), after: shown(is) }];
    });
    const found = changes.filter(({ name }) => anyHolds(filter.search, name));
    const page = sortedPage(found, args, {
      name: 'changes of a policy',
      value: args.sort === PolicyChangeSort.NAME ? ({ name }) => name.toLowerCase() : byHowMuch,
      key: ({ customerId }) => customerId,
    });
    return { ...page, customers: supplied.length };
  }
}

const byHowMuch = ({ before, after }: Change) => Math.abs(after.limit.minor - before.limit.minor);

/** What a policy gives a customer: the part of a recommendation that is not worked out offer by offer, without its group. */
function effect({ grade, currency, termsDays, salesMinor, report, reportAgeDays }: Supplied, policy: Policy) {
  const monthlyRunMinor = salesMinor / 12;
  const terms = Math.min(termsDays ?? policy.knownTermsDays[grade], policy.knownTermsDays[grade]);
  const bounds = limitBounds(
    {
      currency,
      monthlyRunMinor,
      netWorthMinor: report?.accounts?.netWorthMinor ?? null,
      workingCapitalMinor: report?.accounts?.workingCapitalMinor ?? null,
      suggestedLimitMinor: report?.suggestedLimit?.minor ?? null,
      reportAgeDays,
    },
    grade,
    policy,
  );
  const needed = requiredExposure({
    monthlySalesMinor: monthlyRunMinor,
    termsDays: terms,
    billingPeriodDays: 30,
    workInProgressMinor: 0,
    expectedDaysBeyondTerms: policy.expectedDaysBeyondTerms[grade],
  });
  return {
    limitMinor: limitOf(bounds, needed).limitMinor,
    termsDays: terms,
    depositShare: policy.knownDepositShare[grade],
  };
}
