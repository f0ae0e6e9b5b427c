import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../auth/allow.js';
import { wholeBook } from '../../shared/cost.js';
import type { Page } from '../../shared/page.js';
import { EndComparisonInput, TemplateComparisonsArgs } from './comparison.inputs.js';
import { ComparisonResult, TemplateComparison, TemplateComparisonPage } from './comparison.view.js';
import { ComparisonResultsLoader } from './comparison-results.loader.js';
import { TemplateComparisons } from './comparisons.service.js';
import { ReminderTemplateInput } from './template.inputs.js';

@Resolver(() => TemplateComparison)
export class ComparisonsResolver {
  constructor(
    private readonly service: TemplateComparisons,
    private readonly results: ComparisonResultsLoader,
  ) {}

  @Allow('reminders.read')
  @Query(() => TemplateComparisonPage, { description: 'Templates that are, or were, compared with each other.' })
  templateComparisons(@Args() args: TemplateComparisonsArgs): Promise<Page<TemplateComparison>> {
    return this.service.page(args);
  }

  @ResolveField(() => ComparisonResult, { complexity: wholeBook, description: 'What it shows as the ledger stands.' })
  result(@Parent() { id }: TemplateComparison, @Context('req') request: object): Promise<ComparisonResult> {
    return this.results.of(request, id, undefined);
  }

  @Allow('settings.change')
  @Mutation(() => TemplateComparison, {
    description: 'Tries a template against the one in use: from now on half of the customers get it.',
  })
  compareReminderTemplate(
    @Args('input', { description: 'The template to try.' }) input: ReminderTemplateInput,
  ): Promise<TemplateComparison> {
    return this.service.begin(input);
  }

  @Allow('settings.change')
  @Mutation(() => TemplateComparison, { description: 'Ends a comparison: one of the two alone is used from now on.' })
  endTemplateComparison(
    @Args('input', { description: 'Which, and which of the two is kept.' }) input: EndComparisonInput,
  ): Promise<TemplateComparison> {
    return this.service.end(input);
  }
}
