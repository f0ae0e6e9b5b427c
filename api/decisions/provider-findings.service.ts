import { Injectable } from '@nestjs/common';
import { dayInWords, nameMatch } from '../../analytics/index.js';
import { plainNumber } from '../credit-applications/answers.js';
import { BUREAUS, type CreditCheckProvider, REGISTERS } from '../credit-checks/credit-check.view.js';
import type { CreditCheckRow } from '../credit-checks/keep-credit-check.js';
import { Providers } from '../credit-checks/providers/providers.service.js';
import { OVER_AFTER_MS } from '../credit-checks/requests.service.js';
import { EntityType } from '../customers/customer.entity.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import { type Finding, nameInReceived } from './findings.js';

/** Providers that were asked and sent no report: those that did not answer, or not yet, and those that know no such company. */
@Injectable()
export class ProviderFindings {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly providers: Providers,
  ) {}

  /** `check` is the one that everything stands on. */
  async about(customerId: number, of: Application, check: CreditCheckRow | null): Promise<Finding[]> {
    return [
      ...(await this.ofAnother(customerId, of, check)),
      ...(await this.noAnswer(customerId)),
      ...(await this.beingAsked(customerId)),
      ...(await this.unknown(customerId, of)),
    ];
  }

  /** Whatever is kept from before; of bureaus the report of one will do. Asked again by a job. */
  private async noAnswer(customerId: number): Promise<Finding[]> {
    const rows = await this.sql.prepared<{ failure: string; askedAt: Date }>(
      `select r.failure, r.asked_at as "askedAt" from credit_check_request r
        where r.customer_id = $1 and r.failure is not null and not r.is_unknown and r.asked_at > $2::timestamptz - interval '7 days'
          and not (r.provider = any ($3) and exists (select from credit_check k
                     where k.customer_id = r.customer_id and k.received_at >= r.asked_at and k.provider = any ($3)))
        order by r.provider`,
      [customerId, this.clock.now(), BUREAUS],
    );
    return rows.map(({ failure, askedAt }) => ({
      rule: 'no answer',
      weight: 'refer',
      sentence: `A credit check was asked for on ${dayOf(askedAt)} and did not come: ${failure} It is asked for again, and this is decided anew when it comes.`,
    }));
  }

  /** A number that is another company’s brings the report of that one: a sound one must not speak for who applies. */
  private async ofAnother(
    customerId: number,
    { companyName }: Application,
    check: CreditCheckRow | null,
  ): Promise<Finding[]> {
    const rows = await this.sql.prepared<Pick<CreditCheckRow, 'id' | 'provider' | 'received'>>(
      `select distinct on (k.provider) k.id, k.provider, jsonb_build_object('company_name', k.received #> '{profile,company_name}') as received
         from credit_check k where k.customer_id = $1 and k.provider = any ($2) order by k.provider, k.received_at desc, k.id desc`,
      [customerId, REGISTERS],
    );
    return [...(check ? [check] : []), ...rows.filter(({ id }) => id !== check?.id)].flatMap(
      ({ provider, received }) => {
        const name = nameInReceived(received);
        if (name === null || nameMatch(name, companyName) !== null) return [];
        return {
          rule: 'identity',
          weight: 'refer',
          sentence: `What ${this.providers.titleOf(provider)} sent is about ${name}, which is not what who applies is called. See that the number is right.`,
        };
      },
    );
  }

  private async beingAsked(customerId: number): Promise<Finding[]> {
    const rows = await this.sql.prepared<{ provider: CreditCheckProvider }>(
      `select r.provider from credit_check_request r
        where r.customer_id = $1 and r.answered_at is null and r.asked_at > $2 order by r.provider`,
      [customerId, new Date(this.clock.now().getTime() - OVER_AFTER_MS)],
    );
    return rows.map(({ provider }) => ({
      rule: 'no answer',
      weight: 'refer',
      sentence: `${this.providers.titleOf(provider)} is being asked and has not answered yet. This is decided anew when it does.`,
    }));
  }

  /**
   * A person looks where a register does not have a company by its number. A bureau does not know all there are, and who
   * is no company need not stand in a register.
   */
  private async unknown(customerId: number, { registrationNumber, entityType }: Application): Promise<Finding[]> {
    const rows = await this.sql.prepared<{ provider: string; number: string | null; failure: string; askedAt: Date }>(
      `select r.provider, r.number, r.failure, r.asked_at as "askedAt" from credit_check_request r
        where r.customer_id = $1 and r.is_unknown order by r.provider`,
      [customerId],
    );
    return rows
      .filter(({ number }) => !number || !registrationNumber || plainNumber(number) === plainNumber(registrationNumber))
      .map(({ provider, failure, askedAt }) => {
        const isAmiss = REGISTERS.includes(provider) && entityType === EntityType.COMPANY;
        const asked = `${failure} It was asked on ${dayOf(askedAt)}.`;
        return {
          rule: 'unknown there',
          weight: isAmiss ? 'refer' : 'note',
          sentence: isAmiss ? `${asked} See that the number is right, and that there is such a company.` : asked,
        };
      });
  }
}

const dayOf = (instant: Date) => dayInWords(instant.toISOString().slice(0, 10));
