import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { ScorecardView } from './scorecard.view.js';
import { ScorecardShown } from './scorecard-shown.service.js';

@Resolver()
export class ScorecardResolver {
  constructor(private readonly shown: ScorecardShown) {}

  @Allow('models.read')
  @Query(() => ScorecardView, { description: 'The scorecard of default in force, row by row, and how sure it is.' })
  scorecard(): Promise<ScorecardView> {
    return this.shown.inForce();
  }
}
