import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords, dayInWords } from '../../analytics/index.js';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { Invoice } from '../ledger/invoice.entity.js';
import { Clock } from '../shared/clock.js';
import { keyOf } from '../shared/list.js';
import { money } from '../shared/money.view.js';
import { NotFound } from '../shared/refusal.js';
import { scoreIsDue } from '../shared/score-due.js';
import { Sql } from '../shared/sql.js';
import { NothingOpen, OpenAmountChanged, WriteOffDayNotPossible } from './write-offs.errors.js';
import type { WriteOffInput } from './write-offs.inputs.js';
import type { WrittenOff } from './write-offs.view.js';

/** As it was asked for: who approves has seen this amount and this day. */
interface Asked {
  invoiceId: number;
  on: string;
  minor: number;
  reason: string;
}

/** Gives up what is open of an invoice: a credit of its own kind, set against the invoice on its day, as an import has them. */
@Injectable()
export class WriteOffs implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly customers: CustomersService,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.WRITE_OFF, (client, customerId, asked: Asked) =>
      this.write(client, customerId, asked),
    );
  }

  async writeOff(input: WriteOffInput): Promise<WrittenOff> {
    const customer = await this.customers.byId(input.customerId);
    const invoice = await this.invoice(customer.id, keyOf(input.invoiceId));
    const { number, currency } = invoice;
    const minor = openOf(invoice);
    const on = input.on ?? this.clock.today();
    if (minor === 0) throw new NothingOpen(number);
    this.mustBePossible(invoice, on);
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.WRITE_OFF,
      customer,
      subjectId: invoice.id,
      amount: money(minor, currency),
      summary: `Write off ${amountInWords(minor, currency)}, what is open of invoice ${number} of ${customer.name}, on ${dayInWords(on)}.`,
      reason: input.reason,
      input: { invoiceId: invoice.id, on, minor, reason: input.reason } satisfies Asked,
    });
    return { approval, invoice: await this.invoice(customer.id, invoice.id) };
  }

  /** What waits for a second person and is open no longer, or not as much as was asked for, is asked for anew or not at all. */
  async takeBackOvertaken(client: pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ id: number }>(
      `select a.id from approval a join invoice i on i.customer_id = a.customer_id and i.id = a.subject_id
        where a.state = 'waiting' and a.action = $1 and i.amount_minor - i.allocated_minor <> (a.input ->> 'minor')::bigint`,
      [ApprovalAction.WRITE_OFF],
    );
    await this.approvals.takeBack(
      client,
      rows.map(({ id }) => id),
      'An import changed what is open of the invoice. Ask again if anything is still to be written off.',
    );
  }

  private async write(client: pg.ClientBase, customerId: number, asked: Asked): Promise<void> {
    const { invoiceId, on, minor, reason } = asked;
    // The row of the invoice is the lock: a payment that arrives at this moment waits, or was there before.
    const found = await client.query<Invoice>(
      `select id, number, currency, issued_on as "issuedOn", last_allocated_on as "lastAllocatedOn", amount_minor as "amountMinor",
              allocated_minor as "allocatedMinor" from invoice where customer_id = $1 and id = $2 for update`,
      [customerId, invoiceId],
    );
    const invoice = found.rows[0];
    if (!invoice) throw new NotFound('invoice', String(invoiceId));
    const { number, currency } = invoice;
    const open = openOf(invoice);
    if (open !== minor)
      throw new OpenAmountChanged(number, amountInWords(open, currency), amountInWords(minor, currency));
    this.mustBePossible(invoice, on);
    const now = this.clock.now();
    // One that was undone by the accounting system may be written off once more.
    const { rows } = await client.query<{ id: number }>(
      `insert into credit (customer_id, number, kind, dated_on, currency, amount_minor, reason, known_at)
       select $1, $2 || coalesce('-' || nullif(count(*), 0), ''), 'write_off', $3, $4, $5, $6, $7
         from credit where customer_id = $1 and kind = 'write_off' and starts_with(number, $2) returning id`,
      [customerId, `WO-${number}`, on, currency, minor, reason, now],
    );
    await client.query(
      'insert into allocation (customer_id, invoice_id, credit_id, allocated_on, amount_minor, known_at) values ($1, $2, $3, $4, $5, $6)',
      [customerId, invoiceId, rows[0]?.id, on, minor, now],
    );
    await scoreIsDue(client, customerId);
    await this.audit.record(client, {
      action: 'wrote off an invoice',
      subjectType: 'customer',
      subjectId: String(customerId),
      before: { openMinor: minor },
      after: { openMinor: 0 },
      reason,
      details: { invoice: number, on, currency },
    });
  }

  private mustBePossible({ issuedOn, lastAllocatedOn }: Invoice, on: string): void {
    const today = this.clock.today();
    const from = lastAllocatedOn !== null && lastAllocatedOn > issuedOn ? lastAllocatedOn : issuedOn;
    if (on < from || on > today) throw new WriteOffDayNotPossible(on, from, today);
  }

  private async invoice(customerId: number, id: number): Promise<Invoice> {
    const [invoice] = await this.sql.find(Invoice, 'customer_id = $1 and id = $2', [customerId, id]);
    if (!invoice) throw new NotFound('invoice', String(id));
    return invoice;
  }
}

const openOf = ({ amountMinor, allocatedMinor }: Invoice) => amountMinor - allocatedMinor;
