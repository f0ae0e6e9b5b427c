import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import { DefaultDefinitionInput, DefaultsArgs } from './defaults.inputs.js';
import { Defaults } from './defaults.service.js';
import { DefaultEvent, DefaultEventPage, DefaultEvidence } from './defaults.view.js';

@Resolver(() => DefaultEvent)
export class DefaultsResolver {
  constructor(
    private readonly service: Defaults,
    private readonly definitions: DefaultDefinitions,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('scores.read')
  @Query(() => DefaultEvidence, {
    description: 'What counts as a default, how many the book has seen, and what follows for the scorecard.',
  })
  defaultEvidence(): Promise<DefaultEvidence> {
    return this.definitions.evidence();
  }

  @Allow('scores.read')
  @Query(() => DefaultEventPage, { description: 'Which customers met the definition of default, and when.' })
  defaults(@Args() args: DefaultsArgs): Promise<Page<DefaultEvent>> {
    return this.service.page(args);
  }

  @Allow('settings.change')
  @Mutation(() => DefaultEvidence, {
    description: 'Sets what counts as a default, from a day on; the book is counted anew in a moment.',
  })
  setDefaultDefinition(
    @Args('input', { description: 'What, and why.' }) input: DefaultDefinitionInput,
  ): Promise<DefaultEvidence> {
    return this.definitions.set(input);
  }

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() event: DefaultEvent, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, event.customerId, undefined);
  }
}
