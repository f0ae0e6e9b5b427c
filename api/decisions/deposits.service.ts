import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords } from '../../analytics/index.js';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals, type Signed } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import type { Customer } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import { DepositReleases } from './deposit-releases.service.js';
import { DepositNotInCurrency, NotSoMuchHeld } from './deposits.errors.js';
import type { DepositInput } from './deposits.inputs.js';
import type { DepositReleased } from './deposits.view.js';

interface Moved {
  /** Above nought: came in. */
  minor: number;
  reason: string;
}

/** What customers have left with us as security: apart from what they paid, and given back by authority. */
@Injectable()
export class Deposits implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly customers: CustomersService,
    private readonly approvals: Approvals,
    private readonly releases: DepositReleases,
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.RELEASE_DEPOSIT, (client, customerId, moved: Moved, signed) =>
      this.move(client, customerId, moved, signed),
    );
  }

  async receive(input: DepositInput): Promise<Customer> {
    const customer = await this.customerOf(input);
    const moved = { minor: input.amountMinor, reason: input.reason.trim() };
    const signed = { askedBy: caller().name, approvedBy: null };
    await this.sql.transaction((client) => this.move(client, customer.id, moved, signed));
    return this.customers.byId(customer.id);
  }

  /** At once within the authority of whoever does it, else when another person approves. */
  async release(input: DepositInput): Promise<DepositReleased> {
    const customer = await this.customerOf(input);
    const { amountMinor: minor, reason } = input;
    if (minor > customer.depositHeldMinor)
      throw new NotSoMuchHeld(customer.name, money(customer.depositHeldMinor, customer.currency));
    const [due] = await this.releases.due(this.clock.today(), [customer.id]);
    const isDue = due !== undefined && due.amount.minor >= minor;
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.RELEASE_DEPOSIT,
      customer,
      amount: money(minor, customer.currency),
      summary: `Give ${amountInWords(minor, customer.currency)} of the deposit back to ${customer.name}. ${isDue ? due.reason : 'The rule that was agreed for it is not met.'}`,
      reason: reason.trim(),
      input: { minor: -minor, reason: reason.trim() } satisfies Moved,
    });
    return { approval, customer: await this.customers.byId(customer.id) };
  }

  private async customerOf({ customerId, currency }: DepositInput) {
    const customer = await this.customers.byId(customerId);
    if (currency !== customer.currency) throw new DepositNotInCurrency(customer.name, customer.currency);
    return customer;
  }

  private async move(
    client: pg.ClientBase,
    customerId: number,
    { minor, reason }: Moved,
    signed: Signed,
  ): Promise<void> {
    const { rows } = await client.query<{ name: string; heldMinor: number; currency: string }>(
      'select name, deposit_held_minor as "heldMinor", currency from customer where id = $1 for update',
      [customerId],
    );
    const { name, heldMinor: before, currency } = rows[0] as (typeof rows)[number];
    const after = before + minor;
    if (after < 0) throw new NotSoMuchHeld(name, money(before, currency));
    await client.query(
      `insert into deposit_movement (customer_id, moved_on, currency, minor, reason, noted_by, approved_by, noted_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [customerId, this.clock.today(), currency, minor, reason, signed.askedBy, signed.approvedBy, this.clock.now()],
    );
    await client.query('update customer set deposit_held_minor = $2 where id = $1', [customerId, after]);
    // What was given back is not missing: nobody is to invoice it again.
    if (minor < 0)
      await client.query(
        `update agreement set deposit_released_on = $2 where customer_id = $1 and deposit_minor > $3
            and id = (select id from agreement where customer_id = $1 order by agreed_on desc, id desc limit 1)`,
        [customerId, this.clock.today(), after],
      );
    await this.audit.record(client, {
      action: minor > 0 ? 'took a deposit' : 'gave a deposit back',
      subjectType: 'customer',
      subjectId: String(customerId),
      before: { depositHeldMinor: before },
      after: { depositHeldMinor: after },
      reason,
      details: { currency, ...signed },
    });
  }
}
