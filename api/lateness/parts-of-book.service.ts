import { Injectable } from '@nestjs/common';
import { amountInWords, type LatenessPrediction, stabilityEdges } from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { ProgramSql } from '../shared/sql.js';
import type { DatedInvoice } from './dated-invoices.js';

/** By what a book is parted, to see where a model does better and where worse. */
@Injectable()
export class PartsOfBook {
  constructor(
    private readonly sql: ProgramSql,
    private readonly rates: RatesService,
  ) {}

  /** Grade as it stood on a day, country, and quarter of the amounts. */
  async of(
    predictions: readonly LatenessPrediction[],
    on: string,
  ): Promise<(prediction: LatenessPrediction) => Record<string, string>> {
    const rows = await this.sql.rows<{ id: number; country: string | null; grade: string | null }>(
      `select c.id, c.country, s.grade from customer c left join score s on s.customer_id = c.id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)`,
      [on],
    );
    const customers = new Map(rows.map(({ id, ...of }) => [id, of]));
    const currency = await this.rates.reportingCurrency();
    const edges = stabilityEdges(
      predictions.map(({ invoice }) => invoice.amountMinor),
      4,
    );
    const names = [
      ...edges.map((edge, i) => `${i + 1}: below ${amountInWords(edge, currency)}`),
      edges.length > 0 ? `${edges.length + 1}: ${amountInWords(edges.at(-1) as number, currency)} and more` : 'all',
    ];
    return ({ invoice }) => {
      const of = customers.get((invoice as DatedInvoice).customerId);
      return {
        amount: names[edges.filter((edge) => invoice.amountMinor >= edge).length] as string,
        grade: of?.grade ?? 'not scored then',
        country: of?.country ?? 'not known',
      };
    };
  }
}
