import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { AgreementsLoader } from './agreements.loader.js';
import { OfferTold } from './decision.view.js';
import { OfferOutcomeInput } from './offer-outcome.inputs.js';
import { AcceptanceOfDeposit, Agreement } from './offer-outcome.view.js';
import { OfferOutcomes } from './offer-outcomes.service.js';

@Resolver(() => Customer)
export class OfferOutcomesResolver {
  constructor(
    private readonly outcomes: OfferOutcomes,
    private readonly agreements: AgreementsLoader,
  ) {}

  @Allow('decisions.vet')
  @Mutation(() => OfferTold, {
    description:
      'Tells what became of an offer. Whoever takes it becomes a customer on its terms, at once or when another person approves.',
  })
  tellOfferOutcome(
    @Args('input', { description: 'Which offer, and what became of it.' }) input: OfferOutcomeInput,
  ): Promise<OfferTold> {
    return this.outcomes.tell(input);
  }

  @Allow('portfolio.read')
  @Query(() => [AcceptanceOfDeposit], {
    description: 'How many offers were taken by their deposit: from our own offers, beside what was assumed.',
  })
  acceptanceByDeposit(): Promise<AcceptanceOfDeposit[]> {
    return this.outcomes.byDeposit();
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'What was agreed with it last; null when nothing was.',
  })
  agreement(@Parent() customer: Customer, @Context('req') request: object): Promise<Agreement | null> {
    return this.agreements.of(request, customer.id, undefined);
  }
}
