import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { wholeBook } from '../shared/cost.js';
import type { Page } from '../shared/page.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import { DefaultPreviews } from './default-preview.service.js';
import { DefaultDefinitionInput, DefaultsArgs } from './defaults.inputs.js';
import { Defaults } from './defaults.service.js';
import { DefaultDefined, DefaultEvent, DefaultEventPage, DefaultEvidence, DefaultPreview } from './defaults.view.js';
import { DefineDefault } from './define-default.service.js';

@Resolver(() => DefaultEvent)
export class DefaultsResolver {
  constructor(
    private readonly service: Defaults,
    private readonly definitions: DefaultDefinitions,
    private readonly customers: CustomersLoader,
    private readonly define: DefineDefault,
    private readonly previews: DefaultPreviews,
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

  @Allow('scores.define')
  @Query(() => DefaultPreview, {
    complexity: wholeBook,
    description: 'What a definition of default would count in the book as it is; nothing is written.',
  })
  defaultPreview(
    @Args('input', { description: 'The definition.' }) input: DefaultDefinitionInput,
  ): Promise<DefaultPreview> {
    return this.previews.of(input);
  }

  @Allow('scores.define')
  @Mutation(() => DefaultDefined, {
    description:
      'Asks another person to let this count as a default, from a day on; the book is then counted anew in a moment.',
  })
  setDefaultDefinition(
    @Args('input', { description: 'What, and why.' }) input: DefaultDefinitionInput,
  ): Promise<DefaultDefined> {
    return this.define.set(input);
  }

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() event: DefaultEvent, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, event.customerId, undefined);
  }
}
