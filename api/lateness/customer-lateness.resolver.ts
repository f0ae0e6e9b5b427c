import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { Clock } from '../shared/clock.js';
import { DayScalar } from '../shared/scalars.js';
import { ChanceOfLateLoader } from './chance-of-late.loader.js';
import { ChanceOfLate } from './chance-of-late.view.js';

/** Adds to a customer how likely it pays late. */
@Resolver(() => Customer)
export class CustomerLatenessResolver {
  constructor(
    private readonly chances: ChanceOfLateLoader,
    private readonly clock: Clock,
  ) {}

  @Allow('scores.read')
  @ResolveField(() => ChanceOfLate, {
    nullable: true,
    description: 'How likely it pays late; null for a customer of which neither model nor score says anything.',
  })
  chanceOfLate(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' })
    asOf?: string,
  ): Promise<ChanceOfLate | null> {
    return this.chances.of(request, customer.id, { asOf: asOf ?? this.clock.today() });
  }
}
