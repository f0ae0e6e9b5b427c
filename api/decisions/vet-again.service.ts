import { Injectable, Logger } from '@nestjs/common';
import { addDays } from '../../analytics/index.js';
import { CreditCheckOutcome, type CreditCheckProvider } from '../credit-checks/credit-check.view.js';
import { RequestCreditCheck } from '../credit-checks/request-credit-check.service.js';
import { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import type { Application } from './application.js';
import { Applications } from './applications.service.js';
import { KeepDecision } from './keep-decision.service.js';
import { Policies } from './policies.service.js';
import { policyOf } from './policy.js';
import { recommendation } from './recommendation.js';

interface Waiting {
  customerId: number;
  inputs: Application;
  /** Who did not answer yet. */
  providers: CreditCheckProvider[];
}

/** For a week; the newest decision of a customer alone. Whoever was ended in the middle of asking did not answer either. */
const waiting = `select d.customer_id as "customerId", d.inputs, array(select r.provider from credit_check_request r
     where r.customer_id = d.customer_id and (r.answered_at is null or r.failure is not null and not r.is_unknown) order by 1) as providers
   from decision d
  where d.decided_on > $1 and d.outcome = 'refer' and d.recommendation -> 'findings' @> '[{"rule": "no answer"}]'
    and not exists (select from decision_override o where o.customer_id = d.customer_id and o.decision_id = d.id)
    and not exists (select from offer_outcome f where f.customer_id = d.customer_id and f.decision_id = d.id)
    and d.id = (select max(id) from decision n where n.customer_id = d.customer_id) and ($2::bigint is null or d.customer_id = $2)
  order by d.customer_id`;

/** What was referred because a provider did not answer is decided anew once it does. */
@Injectable()
export class VetAgain {
  private readonly logger = new Logger(VetAgain.name);

  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly asking: RequestCreditCheck,
    private readonly applications: Applications,
    private readonly keeping: KeepDecision,
    private readonly policies: Policies,
  ) {}

  /** All that wait: each provider is asked again first. */
  async run(): Promise<void> {
    for (const each of await this.waiting(null)) {
      await this.orLog(each, async () => {
        const answered = await this.asked(each);
        if (answered.length > 0 || each.providers.length === 0) await this.anew(each, answered);
      });
    }
  }

  /** The one whose provider has just answered: nobody is asked. */
  async answered(customerId: number): Promise<void> {
    for (const each of await this.waiting(customerId)) await this.orLog(each, () => this.anew(each, []));
  }

  private waiting(customerId: number | null): Promise<Waiting[]> {
    return this.sql.rows<Waiting>(waiting, [addDays(this.clock.today(), -7), customerId]);
  }

  /** One that cannot be asked about does not keep the others waiting. */
  private async orLog({ customerId }: Waiting, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.logger.warn(`customer ${customerId} is not vetted again: ${error.code}`);
    }
  }

  /** What came, newest last: a report, or null where the provider knows no such company. */
  private async asked(of: Waiting): Promise<(number | null)[]> {
    const came: (number | null)[] = [];
    for (const provider of of.providers)
      await this.orLog(of, async () => {
        const { outcome, creditCheck } = await this.asking.request({ customerId: String(of.customerId), provider });
        if (outcome === CreditCheckOutcome.UNKNOWN) came.push(null);
        else if (creditCheck && outcome !== CreditCheckOutcome.LAST_GOOD) came.push(creditCheck.id);
      });
    return came;
  }

  private async anew({ customerId, inputs }: Waiting, came: readonly (number | null)[]): Promise<void> {
    const report = came.filter((id) => id !== null).at(-1) ?? null;
    const made = await this.applications.again(inputs, customerId, report);
    const policy = policyOf(await this.policies.inForce());
    const record = recommendation(made.application, this.clock.today(), policy);
    await this.sql.transaction((client) => this.keeping.keep(client, made, record));
  }
}
