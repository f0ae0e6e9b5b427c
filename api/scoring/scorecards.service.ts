import { Injectable } from '@nestjs/common';
import { expertCard, type Scorecard, scorecards } from '../../analytics/index.js';
import { type KeptModel, KeptModels } from '../models/kept-models.service.js';
import { Loader } from '../shared/loader.js';
import { Refusal } from '../shared/refusal.js';
import { cardOf, type DefaultArtefact, readDefault, versionOfCard } from './default-artefact.js';

/** The scorecards of default: that of the expert, and those that were fitted on this book. */
@Injectable()
export class Scorecards {
  /** Of fitted ones, which never change once they are kept. */
  private readonly read = new Map<string, Scorecard>();

  constructor(private readonly kept: KeptModels) {}

  /** What scores are made by: the expert’s card until two people put a fitted one in force. Refuses one that is damaged. */
  async inForce(): Promise<Scorecard> {
    const champion = await this.kept.in('default', 'champion');
    return champion ? cardOf(champion) : expertCard;
  }

  /** The fitted card in force, with all that is known about it; null while the expert’s is. Refuses one that is damaged. */
  async champion(): Promise<(KeptModel & { read: DefaultArtefact }) | null> {
    const champion = await this.kept.in('default', 'champion');
    return champion && { ...champion, read: readDefault(champion) };
  }

  /** The card of a version that a score names; undefined where this installation does not have it, or it is damaged. */
  async of(version: string): Promise<Scorecard | undefined> {
    const known = scorecards.find((card) => card.version === version) ?? this.read.get(version);
    if (known) return known;
    const number = versionOfCard(version);
    const kept = number === null ? null : await this.kept.version('default', number);
    if (!kept) return undefined;
    try {
      const card = cardOf(kept);
      this.read.set(version, card);
      return card;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}

/** Why no score is made at present, once a request; null while all is well. */
@Injectable()
export class ScoringProblem extends Loader<string | null> {
  constructor(private readonly cards: Scorecards) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<(string | null)[]> {
    const problem = await this.cards.inForce().then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal) return error.message;
        throw error;
      },
    );
    return ids.map(() => problem);
  }
}
