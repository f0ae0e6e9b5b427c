import { Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../auth/allow.js';
import { CustomersService } from '../customers/customers.service.js';
import { Prospects } from '../customers/prospects.service.js';
import { OwnHistories, type OwnHistory } from '../scoring/own-histories.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';

/** A customer that is vetted, with what is already kept about it. */
export interface KnownCustomer {
  customerId: number;
  own: OwnHistory | null;
  /** The newest credit check with a chance in it, else the newest; null without one, and for who may not read it. */
  checkId: number | null;
  isCheckUnread: boolean;
  /** Younger than reports of its provider are used again for; what was typed in counts as long as a bureau’s. */
  isCheckYoung: boolean;
}

interface Named {
  customerId?: string;
  companyName: string;
  registrationNumber?: string | null;
}

/** Finds whether who is vetted is a customer already: then its own history counts. */
@Injectable()
export class KnownCustomers {
  constructor(
    private readonly sql: Sql,
    private readonly customers: CustomersService,
    private readonly prospects: Prospects,
    private readonly histories: OwnHistories,
    private readonly clock: Clock,
  ) {}

  async of(input: Named, country: string | null): Promise<KnownCustomer | null> {
    const customerId = await this.find(input, country);
    if (customerId === undefined) return null;
    const [own, check] = await Promise.all([
      this.histories.of(customerId),
      this.sql.one<{ id: number; isYoung: boolean }>(
        `select id, reported_on > $2::date - coalesce((select r.days from credit_check_reuse r where r.valid_on <= $2
                  and r.provider = case k.provider when 'typed in' then 'creditsafe' else k.provider end order by r.valid_on desc limit 1), 0) as "isYoung"
           from credit_check k where customer_id = $1
          order by coalesce(report->>'failurePd', report->>'delinquencyPd') is null, reported_on desc, received_at desc, id desc limit 1`,
        [customerId, this.clock.today()],
      ),
    ]);
    const mayRead = caller().may('credit-checks.read');
    return {
      customerId,
      own,
      checkId: mayRead && check ? check.id : null,
      isCheckUnread: check !== undefined && !mayRead,
      isCheckYoung: mayRead && check?.isYoung === true,
    };
  }

  /** Who is named by its key has to be seen by whoever names it. */
  async find({ customerId, companyName, registrationNumber }: Named, country: string | null) {
    if (customerId !== undefined) {
      mustBeAllowed('ledger.read', caller());
      return (await this.customers.byId(customerId)).id;
    }
    const named = {
      companyName: companyName.trim(),
      registrationNumber: registrationNumber?.trim() || null,
      country,
    };
    return this.sql.connection((client) => this.prospects.known(client, named));
  }
}
