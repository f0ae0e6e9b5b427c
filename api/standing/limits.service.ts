import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords } from '../../analytics/index.js';
import { type Approval, ApprovalAction } from '../approvals/approval.view.js';
import { Approvals } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import type { Customer } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import { CurrencyOfLimitDiffers } from './standing.errors.js';
import type { CreditLimitInput } from './standing.inputs.js';

interface NewLimit {
  limitMinor: number | null;
  reason?: string;
}

/** How much a customer may owe: whoever lowers it does so alone, whoever raises it as far as their authority goes. */
@Injectable()
export class LimitsService implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly customers: CustomersService,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.SET_CREDIT_LIMIT, (client, customerId, input: NewLimit) =>
      this.write(client, customerId, input),
    );
  }

  /** Null takes the limit away. */
  async set({ customerId, limitMinor = null, currency, reason }: CreditLimitInput): Promise<Approval | null> {
    const customer = await this.customers.byId(customerId);
    if (currency && currency !== customer.currency) throw new CurrencyOfLimitDiffers(customer, currency);
    const isRaised = (limitMinor ?? Number.POSITIVE_INFINITY) > (customer.creditLimitMinor ?? Number.POSITIVE_INFINITY);
    if (!isRaised) {
      await this.sql.transaction((client) => this.write(client, customer.id, { limitMinor, reason }));
      return null;
    }
    return this.approvals.doOrAsk({
      action: ApprovalAction.SET_CREDIT_LIMIT,
      customer,
      amount: limitMinor === null ? null : money(limitMinor, customer.currency),
      summary: sentence(customer, limitMinor),
      reason: reason ?? null,
      input: { limitMinor, reason },
    });
  }

  private async write(client: pg.ClientBase, customerId: number, { limitMinor, reason }: NewLimit): Promise<void> {
    const { rows } = await client.query<{ before: number | null; currency: string }>(
      'select credit_limit_minor as before, currency from customer where id = $1 for update',
      [customerId],
    );
    await client.query('update customer set credit_limit_minor = $2 where id = $1', [customerId, limitMinor]);
    await this.audit.record(client, {
      action: 'set credit limit',
      subjectType: 'customer',
      subjectId: String(customerId),
      before: { limitMinor: rows[0]?.before ?? null },
      after: { limitMinor },
      reason,
      details: { currency: rows[0]?.currency },
    });
  }
}

function sentence({ name, creditLimitMinor: before, currency }: Customer, after: number | null): string {
  const words = (minor: number | null) => (minor === null ? 'no limit' : amountInWords(minor, currency));
  return `Raise the limit of ${name} from ${words(before)} to ${words(after)}.`;
}
