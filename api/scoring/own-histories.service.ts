import { Injectable } from '@nestjs/common';
import {
  type BookPrior,
  dayNumber,
  emptyBookPrior,
  expertCard,
  type OwnEvidence,
  type Scorecard,
  score,
  weightOfKnown,
} from '../../analytics/index.js';
import { BookService } from '../ledger/book.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { ProgramSql, Sql } from '../shared/sql.js';
import { besideOn } from './beside.js';
import { histories } from './histories.js';
import { Scorecards } from './scorecards.service.js';

/** What a customer’s own history says, as a decision keeps it. */
export interface OwnHistory extends OwnEvidence {
  /** The day it was read as of: the day the book opens on. */
  asOf: string;
  cardVersion: string;
  /** Where it was fitted on this book: kept with the decision, which is made again from what it saw. */
  card?: Scorecard;
}

/** Reads the history of one customer for a decision to stand on. */
@Injectable()
export class OwnHistories {
  constructor(
    private readonly sql: Sql,
    private readonly program: ProgramSql,
    private readonly rates: RatesService,
    private readonly book: BookService,
    private readonly cards: Scorecards,
  ) {}

  /** Null without an invoice. */
  async of(customerId: number): Promise<OwnHistory | null> {
    const seen = await this.book.opening();
    const { asOf, knownOn } = seen;
    const [rates, prior, card] = await Promise.all([this.rates.on(asOf), this.prior(asOf), this.cards.inForce()]);
    return this.sql.connection(async (client) => {
      const beside = (await besideOn(client, knownOn, [customerId])).get(customerId);
      for await (const [found] of histories(client, seen, rates, [customerId])) {
        if (!found) continue;
        const day = dayNumber(asOf);
        const scored = score(found.history, day, prior, card, beside);
        if (scored === null) return null;
        const { inputs, reasons, cardVersion } = scored;
        const own = { asOf, cardVersion, inputs, reasons, weight: weightOfKnown(found.history, day) };
        return card === expertCard ? own : { ...own, card };
      }
      return null;
    });
  }

  /** How the book pays, as its last scoring saw it: of the whole book, whoever asks. */
  private async prior(asOf: string): Promise<BookPrior> {
    const run = await this.program.one<{ prior: BookPrior }>(
      'select prior from scoring_run where as_of <= $1 order by as_of desc limit 1',
      [asOf],
    );
    return run?.prior ?? emptyBookPrior;
  }
}
