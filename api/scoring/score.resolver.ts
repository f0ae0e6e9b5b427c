import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
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

/** What a score has to say for itself, from what is kept with it. */
@Resolver(() => Score)
export class ScoreResolver {
  @ResolveField(() => PdRange, {
    nullable: true,
    description: 'Where the probability of default lies in 9 of 10 cases: the less it stands on, the wider.',
  })
  pdRange(@Parent() score: Score): PdRange | null {
    return rangeOf(score);
  }

  @ResolveField(() => Blend, { nullable: true, description: 'How a credit check was weighed; null without one.' })
  blend(@Parent() score: Score): Blend | null {
    return blendOf(score);
  }

  @ResolveField(() => [ScoreReading], { description: 'What was read from the history; empty where it was not kept.' })
  readings(@Parent() score: Score): ScoreReading[] {
    return readingsOf(score);
  }

  @ResolveField(() => NextGrade, {
    nullable: true,
    description: 'What would lift it to the next grade; null for an A, and where no habit would.',
  })
  nextGrade(@Parent() score: Score): NextGrade | null {
    return nextGradeOf(score);
  }

  @ResolveField(() => ScoreReplay, { description: 'The score made again from what is kept with it.' })
  replay(@Parent() score: Score): ScoreReplay {
    return replayOf(score);
  }

  @ResolveField(() => [ScoreMoveView], {
    description: 'In a history: why it moved since the score before, the largest move first; empty for the first.',
  })
  moves(@Parent() score: Score): ScoreMove[] {
    return movesOf(score);
  }
}
