import { Injectable } from '@nestjs/common';
import {
  type DefaultReport,
  type DefaultWay,
  defaultsAtHand,
  expertCard,
  trainDefault,
} from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { type KeptModel, KeptModels } from '../models/kept-models.service.js';
import { Refusal } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import { type DefaultArtefact, newDefaultArtefact } from './default-artefact.js';
import { cohortOn, pastDays } from './default-cohorts.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import { definitionInWords } from './definition-in-words.js';
import { metDefinition } from './met-definition.js';
import { Scorecards } from './scorecards.service.js';
import { TooFewDefaults } from './train-default.errors.js';

/** The card in force when a card was fitted, on the same customers. */
export interface CardThen extends DefaultWay {
  readonly version: string;
}

/** A card that was fitted and measured, before anything is kept of it. */
export interface FittedDefault extends Pick<DefaultReport, 'objections' | 'lift' | 'parts'> {
  readonly artefact: DefaultArtefact;
  readonly beside: CardThen;
}

/** Fits a scorecard of default on what became of customers after past days, and keeps it as the challenger. */
@Injectable()
export class DefaultTraining {
  constructor(
    private readonly sql: ProgramSql,
    private readonly rates: RatesService,
    private readonly definitions: DefaultDefinitions,
    private readonly cards: Scorecards,
    private readonly kept: KeptModels,
  ) {}

  /** Where defaults are too few it refuses with the counts, and nothing is kept. */
  async train(asOf: string, onProgress?: (line: string) => void): Promise<KeptModel> {
    const { artefact, beside, objections } = await this.fit(asOf, onProgress);
    return this.kept.keep({
      kind: 'default',
      artefact,
      championThen: beside,
      objections,
      trainedOn: asOf,
      learnedFrom: { days: artefact.days },
      // The expert’s card stands in its place: it takes two people to set that aside.
      isFirstPutInForce: false,
    });
  }

  /** The same book and the same day give the same artefact, byte for byte. Keeps nothing; refuses as `train` does. */
  async fit(asOf: string, onProgress?: (line: string) => void): Promise<FittedDefault> {
    const [inForce, definition, rates] = await Promise.all([
      // One that is damaged can be replaced: it is not used, so it stands beside nothing.
      this.cards.inForce().catch(orExpert),
      this.definitions.inForce(asOf),
      this.rates.on(asOf),
    ]);
    const first = await this.sql.one<{ day: string | null }>('select min(issued_on) as day from invoice');
    const days = first?.day ? pastDays(first.day, asOf) : [];
    return this.sql.connection(async (client) => {
      const defaultedOn = new Map<number, string>();
      for (const { customerId, on } of await metDefinition(client, definition, asOf, rates)) {
        const earlier = defaultedOn.get(customerId);
        if (earlier === undefined || on < earlier) defaultedOn.set(customerId, on);
      }
      const on = async (day: string) => {
        onProgress?.(`customers as of ${day} …`);
        // Amounts of a day by what currencies were worth on it.
        return cohortOn(client, day, await this.rates.on(day), defaultedOn);
      };
      const cohorts = [];
      for (const day of days) cohorts.push(await on(day));
      const trained = trainDefault(cohorts, await on(asOf), inForce);
      if (!trained) throw new TooFewDefaults(defaultsAtHand(cohorts), days, inForce.version);
      const { inForce: champion, objections, ...validation } = trained.report;
      const artefact = newDefaultArtefact({
        definition: definitionInWords(definition),
        knownOn: asOf,
        days: cohorts.slice(0, -1).map(({ on: day, cases }) => ({
          on: day,
          customers: cases.length,
          defaults: cases.filter(({ isBad }) => isBad).length,
        })),
        card: trained.card,
        leftOut: trained.leftOut,
        validation,
        caveats,
      });
      const { lift, parts } = validation;
      return { artefact, beside: { ...champion, version: inForce.version }, objections, lift, parts };
    });
  }
}

function orExpert(error: unknown): typeof expertCard {
  if (error instanceof Refusal) return expertCard;
  throw error;
}

const caveats = [
  'Measured on this book alone, on one later day: another year may go otherwise.',
  'What was measured is what is kept: it knows nothing of the customers of the last of the past days.',
  'Each customer is counted once a year, until its first default: who defaulted before is no case.',
  'Whether an invoice is disputed is known as it is now, on past days too.',
  'What counts as a default on past days is what counts today.',
];
