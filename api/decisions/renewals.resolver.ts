import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { RenewTermsInput } from './renewals.inputs.js';
import { Renewals } from './renewals.service.js';
import { Renewal } from './renewals.view.js';

@Resolver(() => Renewal)
export class RenewalsResolver {
  constructor(
    private readonly renewals: Renewals,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('decisions.vet')
  @Mutation(() => Renewal, {
    description:
      'Says what we would agree today with a customer that we supply, by the score it was agreed at while today’s lies near it; keeps it as a decision when asked to.',
  })
  renewTerms(@Args('input', { description: 'Whose, and what it asks for.' }) input: RenewTermsInput): Promise<Renewal> {
    return this.renewals.renew(input);
  }

  @ResolveField(() => Customer, { description: 'With whom; its agreement stands beside it.' })
  customer(@Parent() { customerId }: Renewal, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, customerId, undefined);
  }
}
