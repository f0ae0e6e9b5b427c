import { Injectable } from '@nestjs/common';
import { countryCode } from '../../analytics/index.js';
import { callerFor } from '../auth/caller-for.js';
import { Person } from '../auth/person.entity.js';
import { Config } from '../config.js';
import { AskOnVetting } from '../credit-checks/ask-on-vetting.service.js';
import { EntityType } from '../customers/customer.entity.js';
import { Prospects } from '../customers/prospects.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { inTheNameOf } from '../shared/caller.js';
import { Sql } from '../shared/sql.js';
import type { Answers } from './questions.js';

interface SentIn {
  ownerId: number;
  answers: Answers;
}

/** Asks the providers about a company once its form is sent in: when somebody opens the application, they have answered. */
@Injectable()
export class AskAboutApplicant {
  constructor(
    private readonly sql: Sql,
    private readonly config: Config,
    private readonly rates: RatesService,
    private readonly prospects: Prospects,
    private readonly asking: AskOnVetting,
  ) {}

  /** In the name of whose application it is: it may ask what they may, and what it makes a prospect is theirs. */
  async about(applicationId: number): Promise<void> {
    const [of] = await this.sql.rows<SentIn>(
      `select owner_id as "ownerId", from_prospect || answers as answers from credit_application where id = $1 and state = 'submitted'`,
      [applicationId],
    );
    const [owner] = await this.sql.find(Person, 'id = $1 and is_active', [of?.ownerId ?? null]);
    if (!of || !owner) return;
    const asker = callerFor(owner, 'the form of the prospect');
    const name = `the program, for ${asker.name}`;
    const seesOnlyOwn = asker.seesOnlyOwn && !this.config.salesSeeAll;
    await inTheNameOf({ ...asker, name, seesOnlyOwn }, async () => this.ask(of.answers));
  }

  private async ask({ companyName, registrationNumber, country, entityType, currency }: Answers): Promise<void> {
    const named = {
      companyName: companyName?.trim() ?? '',
      registrationNumber: registrationNumber?.trim() || null,
      country: countryCode(country?.trim() ?? ''),
      entityType: Object.values(EntityType).find((value) => value.toUpperCase() === entityType) ?? EntityType.UNKNOWN,
      currency: currency?.trim().toUpperCase() || (await this.rates.reportingCurrency()),
    };
    const customerId = await this.sql.connection((client) => this.prospects.known(client, named));
    await this.asking.about(named, customerId);
  }
}
