/** One customer of an invented book with all documents, in the shape of the tables. Days are day numbers. */

export type CreditKind = 'payment' | 'credit_note' | 'write_off' | 'returned_payment';

export interface SeedCustomer {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly stage: 'prospect' | 'active' | 'closed';
  readonly entityType: 'company' | 'partnership' | 'sole_trader' | 'public_body' | 'unknown';
  readonly country: string;
  readonly currency: string;
  readonly registrationNumber: string | null;
  readonly parent: SeedCustomer | null;
  readonly termsDays: number | null;
  readonly limitMinor: number | null;
  readonly depositHeldMinor: number;
  readonly isLeftOutOfReminders: boolean;
}

export interface SeedContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
}

export interface SeedInvoice {
  readonly id: number;
  readonly number: string;
  readonly issuedOn: number;
  readonly dueOn: number;
  readonly amountMinor: number;
  readonly paymentTerms: string;
  isDisputed: boolean;
  allocatedMinor: number;
  firstAllocatedOn: number | null;
  lastAllocatedOn: number | null;
  settledOn: number | null;
}

export interface SeedCredit {
  readonly id: number;
  readonly number: string;
  readonly kind: CreditKind;
  readonly datedOn: number;
  readonly amountMinor: number;
  readonly reason: string | null;
  allocatedMinor: number;
  lastAllocatedOn: number | null;
}

export interface SeedAllocation {
  readonly invoice: SeedInvoice;
  readonly credit: SeedCredit;
  readonly on: number;
  readonly amountMinor: number;
}

/** Gives out the keys and document numbers of one book, in order. */
export class Numbering {
  private invoices = 0;
  private credits = 0;

  nextInvoice(): number {
    return ++this.invoices;
  }

  nextCredit(): number {
    return ++this.credits;
  }
}

const prefix: Record<CreditKind, string> = {
  payment: 'PAY',
  credit_note: 'CN',
  write_off: 'WO',
  returned_payment: 'RET',
};

export class CustomerLedger {
  readonly contacts: SeedContact[] = [];
  readonly invoices: SeedInvoice[] = [];
  readonly credits: SeedCredit[] = [];
  readonly allocations: SeedAllocation[] = [];

  constructor(
    readonly customer: SeedCustomer,
    private readonly numbering: Numbering,
  ) {}

  issue(issuedOn: number, dueOn: number, amountMinor: number, number?: string): SeedInvoice {
    const id = this.numbering.nextInvoice();
    const invoice: SeedInvoice = {
      id,
      number: number ?? `INV-${String(id).padStart(7, '0')}`,
      issuedOn,
      dueOn,
      amountMinor,
      paymentTerms: `net ${dueOn - issuedOn}`,
      isDisputed: false,
      allocatedMinor: 0,
      firstAllocatedOn: null,
      lastAllocatedOn: null,
      settledOn: null,
    };
    this.invoices.push(invoice);
    return invoice;
  }

  credit(kind: CreditKind, datedOn: number, amountMinor: number, reason: string | null = null): SeedCredit {
    const id = this.numbering.nextCredit();
    const number = `${prefix[kind]}-${String(id).padStart(7, '0')}`;
    const credit: SeedCredit = {
      id,
      number,
      kind,
      datedOn,
      amountMinor,
      reason,
      allocatedMinor: 0,
      lastAllocatedOn: null,
    };
    this.credits.push(credit);
    return credit;
  }

  /** Keeps the derived columns of both sides as the trigger of the database would. Call in order of days. */
  allocate(invoice: SeedInvoice, credit: SeedCredit, on: number, amountMinor: number): void {
    this.allocations.push({ invoice, credit, on, amountMinor });
    invoice.allocatedMinor += amountMinor;
    invoice.firstAllocatedOn ??= on;
    invoice.lastAllocatedOn = on;
    invoice.settledOn = invoice.allocatedMinor === invoice.amountMinor ? on : null;
    credit.allocatedMinor += amountMinor;
    credit.lastAllocatedOn = on;
  }

  /** Money, a credit note or a write-off that goes to one invoice on its own day. */
  settle(invoice: SeedInvoice, kind: CreditKind, on: number, amountMinor: number, reason: string | null = null): void {
    this.allocate(invoice, this.credit(kind, on, amountMinor, reason), on, amountMinor);
  }
}

/** The day on which nothing of a credit was left unapplied; null while something is. */
export function appliedOn(credit: SeedCredit): number | null {
  if (credit.allocatedMinor !== credit.amountMinor) return null;
  return Math.max(credit.datedOn, credit.lastAllocatedOn ?? credit.datedOn);
}
