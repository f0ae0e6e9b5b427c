import { Injectable } from '@nestjs/common';
import { CreditApplications } from '../credit-applications/credit-applications.service.js';
import { CreditCheckReads } from '../credit-checks/credit-check-reads.loader.js';
import { CustomersService } from '../customers/customers.service.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { Contracts } from './contracts.service.js';
import { type LetterText, letterText } from './letter-text.js';

/** What a company is told of a decision about it. */
@Injectable()
export class Letters {
  constructor(
    private readonly customers: CustomersService,
    private readonly decisions: DecisionsService,
    private readonly reads: CreditCheckReads,
    private readonly applications: CreditApplications,
    private readonly contracts: Contracts,
  ) {}

  /** Its reasons say what a credit check said: written down as a reading of it. */
  async of(request: object, customerId: string, decisionId: string): Promise<LetterText> {
    const customer = await this.customers.byId(customerId);
    const decision = await this.decisions.byKey(customer.id, decisionId);
    await this.reads.of(request, { customerId: customer.id, decision: decision.id }, undefined);
    const supplier = (await this.applications.newestSupplier()) || (await this.contracts.newestSupplier());
    return letterText({ supplier: supplier || 'Credit control', customer: customer.name, decision });
  }
}
