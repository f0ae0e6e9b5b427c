import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { Clock } from '../shared/clock.js';
import type { Page } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { Score, ScorePage } from './score.view.js';
import { ScoresArgs } from './scores.inputs.js';
import { ScoreHistoryLoader, ScoresLoader } from './scores.loader.js';

/** Adds to a customer what scoring has to say about it. */
@Resolver(() => Customer)
export class CustomerScoringResolver {
  constructor(
    private readonly scores: ScoresLoader,
    private readonly histories: ScoreHistoryLoader,
    private readonly clock: Clock,
  ) {}

  @Allow('scores.read')
  @ResolveField(() => Score, {
    nullable: true,
    description: 'The score in force on a day; null for a customer without an invoice by then.',
  })
  score(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' })
    asOf?: string,
  ): Promise<Score | null> {
    return this.scores.of(request, customer.id, { asOf: asOf ?? this.clock.today() });
  }

  @Allow('scores.read')
  @ResolveField(() => ScorePage, { description: 'The scores it has had.' })
  scoreHistory(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: ScoresArgs,
  ): Promise<Page<Score>> {
    return this.histories.of(request, customer.id, args);
  }
}
