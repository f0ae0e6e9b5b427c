import { Injectable } from '@nestjs/common';
import {
  dayNumber,
  dayOf,
  latenessReport,
  teaches,
  trainingLateness,
  validatingLateness,
  wasLate,
} from '../../analytics/index.js';
import type { KeptModel } from '../models/kept-models.service.js';
import { Refusal } from '../shared/refusal.js';
import { unhurried } from '../shared/unhurried.js';
import { type LatenessArtefact, newArtefact } from './artefact.js';
import { lastKnown } from './book-calendar.js';
import type { DatedCustomer } from './dated-invoices.js';
import {
  AllDaysEqual,
  AllLeftOut,
  EverythingLate,
  NothingLate,
  NothingToTrainOn,
  OneCustomer,
} from './lateness.errors.js';
import { type LatenessBook, LatenessBooks } from './lateness-book.service.js';
import { type ChampionThen, Models } from './models.service.js';
import { PartsOfBook } from './parts-of-book.service.js';

type Progress = (line: string) => void;

/** Of the invoices, in order of their days, those a model is measured on come last: as many as tell an AUC within 0.01. */
const measuredShare = 0.3;

/** Fits a model on all that was known on a day, measures the same way of fitting on the last part, and keeps both. */
@Injectable()
export class Training {
  constructor(
    private readonly books: LatenessBooks,
    private readonly models: Models,
    private readonly parts: PartsOfBook,
  ) {}

  async train(asOf: string, onProgress?: Progress): Promise<KeptModel> {
    const { artefact, championThen } = await this.fit(asOf, onProgress);
    return this.models.keep(artefact, championThen, asOf);
  }

  /** The same book and the same day give the same artefact, byte for byte. */
  async fit(
    asOf: string,
    onProgress?: Progress,
  ): Promise<{ artefact: LatenessArtefact; championThen: ChampionThen | null }> {
    const book = await this.books.read(asOf, asOf, (read) => onProgress?.(`${read} invoices read …`));
    const { customers, calendar, country } = book;
    mustTeach(customers, asOf);
    const { validation, championThen } = await this.validate(book, asOf, onProgress);
    const histories = customers.map(({ invoices }) => invoices);
    const trained = await unhurried(
      trainingLateness(() => histories, { knownOn: dayNumber(asOf), scoreAt: 'issue', calendar }),
      onProgress,
    );
    if (!trained) throw new NothingToTrainOn(asOf, null);
    const { window } = trained.model;
    const copies = customers.reduce((sum, each) => sum + each.copies.length, 0);
    const artefact = newArtefact({
      window: { ...window, knownOn: asOf, customers: customers.length, copies },
      holidaysOf: country,
      model: trained.model,
      validation,
      caveats: caveats(country),
    });
    return { artefact, championThen };
  }

  private async validate(
    book: LatenessBook,
    asOf: string,
    onProgress?: Progress,
  ): Promise<{ validation: LatenessArtefact['validation']; championThen: ChampionThen | null }> {
    const split = splitOf(book.customers);
    // What is measured may not know what currencies are worth since.
    const isAlike = await this.books.ratesAreAlike(dayOf(split), asOf);
    const { customers, calendar } = isAlike ? book : await this.books.read(asOf, dayOf(split));
    // A champion that cannot be read is not measured; that it cannot is said where it is used.
    const champion = await this.models.champion().catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    const validation = await unhurried(
      validatingLateness(
        customers.map(({ invoices }) => invoices),
        {
          knownOn: split,
          scoreAt: 'issue',
          calendar,
          lastKnown: lastKnown(customers, dayNumber(asOf)),
          champion: champion?.read.model,
        },
      ),
      onProgress,
    );
    if (!validation) throw new NothingToTrainOn(dayOf(split), null);
    const report = latenessReport(validation, await this.parts.of(validation.predictions, dayOf(split)));
    const theirs = report.ways.find(({ way }) => way === 'champion');
    return {
      // What stood beside it is not of the model: the same book gives the same bytes, whatever is in force.
      validation: { split: dayOf(split), ...report, ways: report.ways.filter((way) => way !== theirs) },
      championThen: champion && theirs ? { ...theirs, version: champion.version } : null,
    };
  }
}

/** What a fit would only pretend to learn from is refused. */
function mustTeach(customers: readonly DatedCustomer[], asOf: string): void {
  const all = customers.flatMap(({ invoices }) => invoices);
  const [first] = all;
  if (!first) throw new NothingToTrainOn(asOf, null);
  const taught = all.filter(teaches);
  const [firstTaught] = taught;
  if (!firstTaught) throw new AllLeftOut(all.length);
  if (customers.length === 1) throw new OneCustomer(all.length);
  if (taught.every(({ issuedOn }) => issuedOn === firstTaught.issuedOn))
    throw new AllDaysEqual(taught.length, dayOf(firstTaught.issuedOn));
  const due = taught.filter(({ dueOn }) => dueOn < dayNumber(asOf));
  const late = due.filter((invoice) => wasLate(invoice, 0)).length;
  if (late === 0) throw new NothingLate(due.length, asOf);
  if (late === due.length) throw new EverythingLate(due.length, asOf);
}

/** The day up to which seven in ten invoices were issued; before the last one’s. */
function splitOf(customers: readonly DatedCustomer[]): number {
  const days = Int32Array.from(customers.flatMap(({ invoices }) => invoices.map(({ issuedOn }) => issuedOn))).sort();
  const split = days[Math.floor(days.length * (1 - measuredShare))] as number;
  return Math.min(split, (days.at(-1) as number) - 1);
}

const caveats = (country: string | null): string[] => [
  'Measured on this book alone, out of time: another year may go otherwise.',
  'What is measured is the same way of fitting on the first seven tenths; what is in force was then fitted on all.',
  'The model in force may have learned from some of the invoices it is compared on here: that favours it.',
  'Half-lives, pseudo-counts and penalties were chosen on two ledgers that are not this one (docs/model.md).',
  'It tells when an invoice is paid, not who will never pay.',
  'Disputes are not a reading: they become known after issue.',
  ...(country === null ? ['No holidays are known for this book; only weekends count.'] : []),
];
