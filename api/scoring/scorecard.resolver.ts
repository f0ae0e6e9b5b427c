import { Query, Resolver } from '@nestjs/graphql';
import { expertCard, expertCardFacts, scorecardTable } from '../../analytics/index.js';
import { Allow } from '../auth/allow.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import { ScorecardView } from './scorecard.view.js';

@Resolver()
export class ScorecardResolver {
  constructor(private readonly definitions: DefaultDefinitions) {}

  @Allow('models.read')
  @Query(() => ScorecardView, { description: 'The scorecard of default in force, row by row, and how sure it is.' })
  async scorecard(): Promise<ScorecardView> {
    const { version, from, source, basePoints: base } = expertCard;
    const { sentence: evidence } = await this.definitions.evidence();
    const { isFitted, assumptions, measured } = expertCardFacts;
    return {
      version,
      from,
      source,
      base,
      evidence,
      isFitted,
      assumptions,
      measured,
      factors: scorecardTable(expertCard),
    };
  }
}
