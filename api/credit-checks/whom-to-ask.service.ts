import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../../analytics/index.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { CreditCheckProvider } from './credit-check.view.js';
import type { Company, Provider } from './providers/provider.js';
import { Providers } from './providers/providers.service.js';
import { OVER_AFTER_MS } from './requests.service.js';

/** Whoever did not answer is left alone for so long. */
const ALONE_FOR_MS = 3_600_000;

/** What is kept of a provider and a company. */
interface Before {
  provider: CreditCheckProvider;
  reuseDays: number;
  isAskedOnVetting: boolean;
  reportedOn: Day | null;
  askedAt: Date | null;
  isAnswered: boolean;
  failure: string | null;
  isUnknown: boolean;
  number: string | null;
}

export interface ToAsk {
  /**
   * Those that are set up, go by the number and the country, and have neither a young report nor said lately that they
   * have none; nobody where whoever vets may ask nobody.
   */
  due: Provider[];
  /** Those that somebody is asking right now. */
  beingAsked: Provider[];
}

/** Which providers are asked by themselves about a company that is vetted. */
@Injectable()
export class WhomToAsk {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly providers: Providers,
  ) {}

  /** Whether there is anybody to ask at all. */
  get isSetUp(): boolean {
    return this.providers.all.some(({ isConfigured }) => isConfigured);
  }

  /** `customerId` of whom we know it to be. */
  async about(of: Omit<Company, 'reference'>, customerId: number | undefined): Promise<ToAsk> {
    const company = { ...((await this.known(customerId)) ?? of), reference: null };
    const before = new Map((await this.before(customerId)).map((row) => [row.provider, row]));
    const beingAsked = this.providers.all.filter(({ key }) => this.isBeingAsked(before.get(key)));
    if (!caller().may('credit-checks.request') || company.registrationNumber === null || company.country === null)
      return { due: [], beingAsked };
    const due = this.providers.all.filter(
      (provider) =>
        provider.isConfigured &&
        provider.whyNot(company) === null &&
        !beingAsked.includes(provider) &&
        this.isDue(before.get(provider.key) as Before, company),
    );
    return { due, beingAsked };
  }

  private async known(customerId: number | undefined) {
    if (customerId === undefined) return undefined;
    const [row] = await this.sql.prepared<Omit<Company, 'reference'>>(
      'select name, registration_number as "registrationNumber", country from customer where id = $1',
      [customerId],
    );
    return row;
  }

  private before(customerId: number | undefined): Promise<Before[]> {
    return this.sql.prepared<Before>(
      `select p.provider, coalesce(u.days, 0) as "reuseDays", coalesce(u.is_asked_on_vetting, true) as "isAskedOnVetting",
              (select max(k.reported_on) from credit_check k where k.customer_id = $1 and k.provider = p.provider) as "reportedOn",
              r.asked_at as "askedAt", r.answered_at is not null as "isAnswered", r.failure, coalesce(r.is_unknown, false) as "isUnknown", r.number
         from unnest($2::text[]) p (provider)
         left join lateral (select days, is_asked_on_vetting from credit_check_reuse
                             where provider = p.provider and valid_on <= $3 order by valid_on desc limit 1) u on true
         left join credit_check_request r on r.customer_id = $1 and r.provider = p.provider`,
      [customerId ?? null, this.providers.all.map(({ key }) => key), this.clock.today()],
    );
  }

  private isDue(of: Before, { registrationNumber }: Omit<Company, 'reference'>): boolean {
    if (!of.isAskedOnVetting) return false;
    const { reportedOn, askedAt, failure, isUnknown, number, reuseDays } = of;
    // Also where reports are never used again: looking twice at a recommendation is not to be paid for twice.
    const youngFrom = addDays(this.clock.today(), -Math.max(1, reuseDays));
    if (reportedOn !== null && reportedOn > youngFrom) return false;
    if (askedAt === null || failure === null) return true;
    // That it knows no such company is as good an answer as a report, about that number.
    if (isUnknown && number === registrationNumber && askedAt.toISOString().slice(0, 10) > youngFrom) return false;
    return !this.isWithin(askedAt, ALONE_FOR_MS) || (isUnknown && number !== registrationNumber);
  }

  private isBeingAsked(of: Before | undefined): boolean {
    return !!of?.askedAt && !of.isAnswered && this.isWithin(of.askedAt, OVER_AFTER_MS);
  }

  private isWithin(instant: Date, milliseconds: number): boolean {
    return this.clock.now().getTime() - instant.getTime() < milliseconds;
  }
}
