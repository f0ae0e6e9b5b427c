import { Injectable } from '@nestjs/common';
import { dayInWords, type LatenessReason, latenessReasonInWords } from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';
import type { InvoiceLateness } from './invoice-lateness.view.js';

/** Either what is told, or why nothing is. */
export interface TellingOfInvoice {
  lateness: InvoiceLateness | null;
  because: string | null;
}

interface Key {
  customerId: number;
  id: number;
}

interface Row extends Omit<InvoiceLateness, 'reasons'> {
  customerId: number;
  invoiceId: number;
  noBasis: keyof typeof withoutBasis | null;
  reasons: LatenessReason[];
}

interface RunRow {
  scoredOn: string;
  problem: string | null;
}

const withoutBasis = {
  'no invoice due before': 'No invoice of this customer fell due before: there is no habit to tell from.',
  'long overdue': 'More than 90 days past due: a case for collection, not for a forecast.',
};

const nothing = (because: string): TellingOfInvoice => ({ lateness: null, because });

/** What the model said of invoices, many at once. */
@Injectable()
export class InvoiceLatenessLoader extends Loader<TellingOfInvoice, { asOf: string }, Key> {
  constructor(
    private readonly sql: Sql,
    private readonly rates: RatesService,
  ) {
    super();
  }

  protected async load(keys: readonly Key[], { asOf }: { asOf: string }): Promise<TellingOfInvoice[]> {
    const [run, rows, currency] = await Promise.all([
      this.sql.one<RunRow>('select scored_on as "scoredOn", problem from lateness_run'),
      this.sql.rows<Row>(
        `select customer_id as "customerId", invoice_id as "invoiceId", no_basis as "noBasis", p_late as late, p_late_7 as late7, p_late_30 as late30,
                p_late_by_habit as "lateByHabit", p_paid_30 as "paidIn30Days", expected_days_late as "expectedDaysLate", expected_on as "expectedOn",
                model_version as "modelVersion", scored_on as "scoredOn", reasons
           from invoice_lateness where (customer_id, invoice_id) in (select * from unnest($1::bigint[], $2::bigint[]))`,
        [keys.map(({ customerId }) => customerId), keys.map(({ id }) => id)],
      ),
      this.rates.reportingCurrency(),
    ]);
    const told = new Map(rows.map((row) => [`${row.customerId} ${row.invoiceId}`, row]));
    return keys.map(({ customerId, id }) => tellingOf(told.get(`${customerId} ${id}`), run, asOf, currency));
  }
}

function tellingOf(row: Row | undefined, run: RunRow | undefined, asOf: string, currency: string): TellingOfInvoice {
  if (!run) return nothing('No model of lateness is in force yet: npx goodstanding train.');
  if (!row)
    return nothing(
      `It is new since the model was last asked, on ${dayInWords(run.scoredOn)}; it is asked every night.`,
    );
  if (row.scoredOn > asOf)
    return nothing(
      `The model was asked on ${dayInWords(row.scoredOn)}: what it would have said on an earlier day is not kept.`,
    );
  if (row.noBasis) return nothing(withoutBasis[row.noBasis]);
  const reasons = row.reasons.map((reason) => ({ ...reason, sentence: latenessReasonInWords(reason, currency) }));
  return { lateness: { ...row, reasons, standsBecause: run.problem }, because: null };
}
