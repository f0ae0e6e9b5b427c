import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ScoreMove } from '../../analytics/index.js';
import { blendOf, movesOf, nextGradeOf, rangeOf, readingsOf, replayOf } from './explained-score.js';
import {
  Blend,
  NextGrade,
  PdRange,
  Score,
  ScoreMove as ScoreMoveView,
  ScoreReading,
  ScoreReplay,
} from './score.view.js';
import { Scorecards, ScoringProblem } from './scorecards.service.js';

/** What a score has to say for itself, from what is kept with it. */
@Resolver(() => Score)
export class ScoreResolver {
  constructor(
    private readonly cards: Scorecards,
    private readonly problem: ScoringProblem,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Why it stands though it may be out of date: the scorecard in force cannot be used; null while all is well.',
  })
  standsBecause(@Context('req') request: object): Promise<string | null> {
    return this.problem.of(request, 0, undefined);
  }

  @ResolveField(() => PdRange, {
    nullable: true,
    description: 'Where the probability of default lies in 9 of 10 cases: the less it stands on, the wider.',
  })
  async pdRange(@Parent() score: Score): Promise<PdRange | null> {
    return rangeOf(score, await this.cards.of(score.cardVersion));
  }

  @ResolveField(() => Blend, { nullable: true, description: 'How a credit check was weighed; null without one.' })
  async blend(@Parent() score: Score): Promise<Blend | null> {
    return blendOf(score, await this.cards.of(score.cardVersion));
  }

  @ResolveField(() => [ScoreReading], { description: 'What was read from the history; empty where it was not kept.' })
  readings(@Parent() score: Score): ScoreReading[] {
    return readingsOf(score);
  }

  @ResolveField(() => NextGrade, {
    nullable: true,
    description: 'What would lift it to the next grade; null for an A, and where no habit would.',
  })
  async nextGrade(@Parent() score: Score): Promise<NextGrade | null> {
    return nextGradeOf(score, await this.cards.of(score.cardVersion));
  }

  @ResolveField(() => ScoreReplay, { description: 'The score made again from what is kept with it.' })
  async replay(@Parent() score: Score): Promise<ScoreReplay> {
    return replayOf(score, await this.cards.of(score.cardVersion));
  }

  @ResolveField(() => [ScoreMoveView], {
    description:
      'In a history: why it moved since the score before, the largest move first; they add up to the whole move. Empty for the first.',
  })
  async moves(@Parent() score: Score): Promise<ScoreMove[]> {
    return movesOf(score, await this.cards.of(score.cardVersion));
  }
}
