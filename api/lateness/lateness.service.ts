import { Injectable } from '@nestjs/common';
import {
  dayNumber,
  dayOf,
  type LatenessValidation,
  type ScoreAt,
  scoringDay,
  validatingLateness,
} from '../../analytics/index.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { unhurried } from '../shared/unhurried.js';
import { lastKnown } from './book-calendar.js';
import type { DatedCustomer, DatedInvoice } from './dated-invoices.js';
import { NothingToPredict, NothingToTrainOn } from './lateness.errors.js';
import { LatenessBooks } from './lateness-book.service.js';

/** A validation, and by which numbers its customers and invoices are known. */
export interface BookValidation extends LatenessValidation {
  readonly copies: number;
  /** Whose holidays were taken; null: none are known for the book. */
  readonly holidaysOf: string | null;
  customerNumber(invoice: DatedInvoice): string;
}

/** How late each invoice will be paid: the model, fitted and measured on the book. */
@Injectable()
export class LatenessService {
  constructor(
    private readonly sql: ProgramSql,
    private readonly books: LatenessBooks,
    private readonly clock: Clock,
  ) {}

  /** Trains on what was known on a day, predicts every invoice scored later, and measures it. */
  async validate(split: string, scoreAt: ScoreAt, onProgress?: (line: string) => void): Promise<BookValidation> {
    const today = this.clock.today();
    // By what currencies were worth at the split: later rates were not known then.
    const { customers, calendar, country } = await this.books.read('infinity', split, (read) =>
      onProgress?.(`${read} invoices read …`),
    );
    const [first, last] = scoringDays(customers, scoreAt);
    if (first === null || first > dayNumber(split))
      throw new NothingToTrainOn(split, first === null ? null : dayOf(first));
    if (last <= dayNumber(split)) throw new NothingToPredict(split, dayOf(last));
    const validation = await unhurried(
      validatingLateness(
        customers.map(({ invoices }) => invoices),
        { knownOn: dayNumber(split), scoreAt, calendar, lastKnown: lastKnown(customers, dayNumber(today)) },
      ),
      onProgress,
    );
    if (!validation) throw new NothingToTrainOn(split, dayOf(first));
    const numbers = await this.customerNumbers();
    return {
      ...validation,
      copies: customers.reduce((sum, { copies }) => sum + copies.length, 0),
      holidaysOf: country,
      customerNumber: ({ customerId }) => numbers.get(customerId) ?? '',
    };
  }

  private async customerNumbers(): Promise<Map<number, string>> {
    const rows = await this.sql.rows<{ id: number; number: string }>('select id, number from customer');
    return new Map(rows.map(({ id, number }) => [id, number]));
  }
}

function scoringDays(customers: readonly DatedCustomer[], scoreAt: ScoreAt): [number | null, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { invoices } of customers) {
    for (const invoice of invoices) {
      const day = scoringDay(scoreAt, invoice);
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return [Number.isFinite(first) ? first : null, last];
}
