import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import { AskForReviewInput, ReviewScoreInput, ReviewsArgs } from './reviews.inputs.js';
import { ScoreReviews } from './reviews.service.js';
import { ScoreReview, ScoreReviewPage } from './reviews.view.js';
import { scoreNotice } from './score-notice.js';

@Resolver(() => ScoreReview)
export class ScoreReviewsResolver {
  constructor(
    private readonly service: ScoreReviews,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('scores.read')
  @Query(() => ScoreReviewPage, { description: 'Scores that a person is to look at, and what became of them.' })
  scoreReviews(@Args() args: ReviewsArgs): Promise<Page<ScoreReview>> {
    return this.service.page(args);
  }

  @Allow('scores.contest')
  @Mutation(() => ScoreReview, { description: 'Asks that a person reviews the score of a customer.' })
  askForScoreReview(@Args('input', { description: 'Whose, and why.' }) input: AskForReviewInput): Promise<ScoreReview> {
    return this.service.ask(input);
  }

  @Allow('scores.review')
  @Mutation(() => ScoreReview, {
    description: 'Reviews a score: it stands, or it gets another grade, which counts at once.',
  })
  reviewScore(
    @Args('input', { description: 'Which, and what to say.' }) input: ReviewScoreInput,
  ): Promise<ScoreReview> {
    return this.service.review(input);
  }

  @ResolveField(() => Customer, { description: 'Whose score.' })
  customer(@Parent() review: ScoreReview, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, review.customerId, undefined);
  }
}

@Resolver(() => Customer)
export class CustomerNoticeResolver {
  @Allow('scores.read')
  @ResolveField(() => String, {
    nullable: true,
    description: 'What a natural person is to be told about its score; null for companies and public bodies.',
  })
  scoreNotice(@Parent() customer: Customer): string | null {
    return scoreNotice(customer.entityType);
  }
}
