import { Injectable } from '@nestjs/common';
import { expertCard, expertCardFacts, scorecardTable } from '../../analytics/index.js';
import { cardOf } from './default-artefact.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import type { ScorecardView } from './scorecard.view.js';
import { Scorecards } from './scorecards.service.js';

/** The scorecard in force as the page shows it. */
@Injectable()
export class ScorecardShown {
  constructor(
    private readonly definitions: DefaultDefinitions,
    private readonly cards: Scorecards,
  ) {}

  async inForce(): Promise<ScorecardView> {
    const [champion, { sentence: evidence }] = await Promise.all([this.cards.champion(), this.definitions.evidence()]);
    const card = champion ? cardOf(champion) : expertCard;
    const facts = champion
      ? { isFitted: true, assumptions: champion.read.caveats, measured: null }
      : {
          isFitted: expertCardFacts.isFitted,
          assumptions: expertCardFacts.assumptions,
          measured: expertCardFacts.measured,
        };
    const { version, from, source, basePoints: base } = card;
    return { version, from, source, base, evidence, ...facts, factors: scorecardTable(card) };
  }
}
