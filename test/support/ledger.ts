import { Sql } from '../../api/shared/sql.js';
import type { Product } from './product.js';

/** What of a credit is set against which invoice, by number: minor units. */
type Against = Record<string, number>;
type Columns = Record<string, unknown>;

/** A small book written down in the words of the trade. Amounts are minor units, always positive. */
export class TestLedger {
  private customers = 0;

  constructor(readonly sql: Sql) {}

  static of(product: Product): TestLedger {
    return new TestLedger(product.get(Sql));
  }

  async customer(name: string, columns: Columns = {}): Promise<TestCustomer> {
    this.customers++;
    const row = { number: `K${String(this.customers).padStart(4, '0')}`, name, currency: 'EUR', ...columns };
    const id = await this.insert('customer', row);
    return new TestCustomer(this, id, row.currency, row.number, name);
  }

  async rate(currency: string, rate: number, validOn = '2000-01-01', toCurrency = 'EUR'): Promise<void> {
    await this.sql.rows(
      `insert into exchange_rate (currency, to_currency, valid_on, rate, source) values ($1, $2, $3, $4, 'the test')`,
      [currency, toCurrency, validOn, rate],
    );
    await this.leaveAnEntry();
  }

  async insert(table: string, columns: Columns): Promise<number> {
    const names = Object.keys(columns);
    const places = names.map((_, i) => `$${i + 1}`);
    const key = table === 'allocation' ? 'invoice_id' : table === 'standing' ? 'customer_id' : 'id';
    const row = await this.sql.one<Record<string, number>>(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) returning ${key}`,
      Object.values(columns),
    );
    await this.leaveAnEntry();
    return row?.[key] as number;
  }

  /** As every act of the program does: what is remembered of the book is read again. */
  private async leaveAnEntry(): Promise<void> {
    await this.sql.rows(
      `insert into audit_entry (at, actor, action, subject_type) values (now(), 'the test', 'wrote down a ledger', 'book')`,
    );
  }

  /** Empties the book of customers, so that a property can try the next one. */
  async clear(): Promise<void> {
    await this.sql.rows('truncate allocation, invoice, credit, customer, scoring_run cascade');
    await this.leaveAnEntry();
  }
}

export class TestCustomer {
  private readonly invoices = new Map<string, number>();
  private readonly documents = new Map<string, number>();

  constructor(
    private readonly ledger: TestLedger,
    readonly id: number,
    readonly currency: string,
    readonly number: string,
    readonly name: string,
  ) {}

  async contact(email: string | null, name = 'Accounts payable'): Promise<this> {
    await this.ledger.insert('contact', { customer_id: this.id, name, email });
    return this;
  }

  async invoice(number: string, of: { issued: string; due: string; minor: number } & Columns): Promise<this> {
    const { issued, due, minor, ...rest } = of;
    const row = {
      customer_id: this.id,
      number,
      issued_on: issued,
      due_on: due,
      currency: this.currency,
      amount_minor: minor,
    };
    this.invoices.set(number, await this.ledger.insert('invoice', { ...row, ...rest }));
    return this;
  }

  pays(number: string, on: string, minor: number, against: Against = {}, columns: Columns = {}): Promise<this> {
    return this.credit('payment', number, on, minor, against, columns);
  }

  isCredited(number: string, on: string, minor: number, against: Against = {}, columns: Columns = {}): Promise<this> {
    return this.credit('credit_note', number, on, minor, against, columns);
  }

  isWrittenOff(number: string, on: string, minor: number, against: Against): Promise<this> {
    return this.credit('write_off', number, on, minor, against);
  }

  /** The bank takes a payment back: what it settled is open again. */
  async paymentReturned(
    number: string,
    on: string,
    minor: number,
    against: Against,
    columns: Columns = {},
  ): Promise<this> {
    const negative = Object.fromEntries(Object.entries(against).map(([invoice, part]) => [invoice, -part]));
    return this.credit('returned_payment', number, on, -minor, negative, columns);
  }

  /** Sets part of a credit that is there against an invoice that is there. */
  async allocate(credit: string, invoice: string, on: string, minor: number): Promise<this> {
    const key = { customer_id: this.id, invoice_id: this.invoiceId(invoice), credit_id: this.creditId(credit) };
    await this.ledger.insert('allocation', { ...key, allocated_on: on, amount_minor: minor });
    return this;
  }

  invoiceId(number: string): number {
    return found(this.invoices, number);
  }

  creditId(number: string): number {
    return found(this.documents, number);
  }

  private async credit(
    kind: string,
    number: string,
    on: string,
    minor: number,
    against: Against,
    columns: Columns = {},
  ) {
    const row = { customer_id: this.id, number, kind, dated_on: on, currency: this.currency, amount_minor: minor };
    this.documents.set(number, await this.ledger.insert('credit', { ...row, ...columns }));
    for (const [invoice, part] of Object.entries(against)) await this.allocate(number, invoice, on, part);
    return this;
  }
}

function found(ids: Map<string, number>, number: string): number {
  const id = ids.get(number);
  if (id === undefined) throw new Error(`the test’s ledger has no document ${number}`);
  return id;
}
