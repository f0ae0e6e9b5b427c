import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../auth/allow.js';
import { wholeBook } from '../../shared/cost.js';
import type { Page } from '../../shared/page.js';
import { ReminderTemplateInput, TemplatesArgs, TryTemplateInput } from './template.inputs.js';
import { ReminderTemplate, ReminderTemplatePage, TemplatePreview } from './template.view.js';
import { TemplateTrials } from './template-trial.service.js';
import { TemplatesService } from './templates.service.js';

@Resolver(() => ReminderTemplate)
export class TemplatesResolver {
  constructor(
    private readonly service: TemplatesService,
    private readonly trials: TemplateTrials,
  ) {}

  @Allow('reminders.read')
  @Query(() => ReminderTemplatePage, {
    description: 'What messages say, by language and situation, with all versions.',
  })
  reminderTemplates(@Args() args: TemplatesArgs): Promise<Page<ReminderTemplate>> {
    return this.service.page(args);
  }

  @Allow('reminders.read')
  @Query(() => TemplatePreview, {
    complexity: wholeBook,
    description: 'What a template would say to a customer as the ledger stands. Keeps and sends nothing.',
  })
  previewReminderTemplate(
    @Args('input', { description: 'The template, and whom to try it on.' }) input: TryTemplateInput,
  ): Promise<TemplatePreview> {
    return this.trials.preview(input);
  }

  @Allow('settings.change')
  @Mutation(() => ReminderTemplate, {
    description: 'Sets what messages say from now on; what was said before is kept.',
  })
  setReminderTemplate(
    @Args('input', { description: 'The template.' }) input: ReminderTemplateInput,
  ): Promise<ReminderTemplate> {
    return this.service.set(input);
  }

  @Allow('settings.change')
  @Mutation(() => TemplatePreview, {
    description: 'Sends what a template would say to whoever asks, and to nobody else.',
  })
  sendTestReminder(
    @Args('input', { description: 'The template, and whom to try it on.' }) input: TryTemplateInput,
  ): Promise<TemplatePreview> {
    return this.trials.sendTest(input);
  }
}
