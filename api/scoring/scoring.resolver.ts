import { Args, Field, InputType, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Allow } from '../auth/allow.js';
import { Book } from '../ledger/book.view.js';
import { Clock } from '../shared/clock.js';
import { DayScalar } from '../shared/scalars.js';
import { ScoringRun } from './score.view.js';
import { ScoringService } from './scoring.service.js';

@InputType({ description: 'Which day to score.' })
export class ScoreBookInput {
  @Field(() => DayScalar, { nullable: true, description: 'The day; today when not given.' })
  @IsOptional()
  asOf?: string;
}

@Resolver(() => Book)
export class ScoringResolver {
  constructor(
    private readonly scoring: ScoringService,
    private readonly clock: Clock,
  ) {}

  @Allow('scores.run')
  @Mutation(() => ScoringRun, { description: 'Scores every customer as of a day.' })
  scoreBook(@Args('input', { description: 'Which day.' }) input: ScoreBookInput): Promise<ScoringRun> {
    return this.scoring.scoreBookOf(input.asOf ?? this.clock.today());
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    description: 'The newest day on or before the one given for which the book was scored; null when none.',
  })
  scoredOn(
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' })
    asOf?: string,
  ): Promise<string | null> {
    return this.scoring.scoredOn(asOf ?? this.clock.today());
  }
}
