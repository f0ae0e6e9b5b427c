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
  provider: CreditCheckProvider;
}

/** For a week; the newest decision of a customer alone. */
const waiting = `select d.customer_id as "customerId", d.inputs, r.provider from decision d
   join credit_check_request r on r.customer_id = d.customer_id and r.failure is not null
  where d.decided_on > $1 and d.outcome = 'refer' and d.recommendation -> 'findings' @> '[{"rule": "no answer"}]'
    and not exists (select from decision_override o where o.customer_id = d.customer_id and o.decision_id = d.id)
    and not exists (select from offer_outcome f where f.customer_id = d.customer_id and f.decision_id = d.id)
    and d.id = (select max(id) from decision n where n.customer_id = d.customer_id) order by d.customer_id, r.provider`;

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

  async run(): Promise<void> {
    for (const each of await this.sql.rows<Waiting>(waiting, [addDays(this.clock.today(), -7)])) {
      try {
        await this.again(each);
      } catch (error) {
        // One that cannot be asked about does not keep the others waiting.
        if (!(error instanceof Refusal)) throw error;
        this.logger.warn(`customer ${each.customerId} is not vetted again: ${error.code}`);
      }
    }
  }

  private async again({ customerId, inputs, provider }: Waiting): Promise<void> {
    const answer = await this.asking.request({ customerId: String(customerId), provider });
    const { outcome, creditCheck } = answer;
    if (!creditCheck || (outcome !== CreditCheckOutcome.NEW && outcome !== CreditCheckOutcome.REUSED)) return;
    const made = await this.applications.again(inputs, customerId, String(creditCheck.id));
    const policy = policyOf(await this.policies.inForce());
    const record = recommendation(made.application, this.clock.today(), policy);
    await this.sql.transaction((client) => this.keeping.keep(client, made, record));
  }
}
