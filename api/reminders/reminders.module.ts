import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { CampaignChangeResolver, CampaignDifferenceResolver, CampaignsResolver } from './campaigns.resolver.js';
import { CampaignsService } from './campaigns.service.js';
import { Carriers } from './carriers.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryInvoicesLoader } from './delivery-invoices.loader.js';
import { DeliverySender } from './delivery-sender.service.js';
import { ContactMailStateLoader } from './incoming/contact-mail-state.loader.js';
import { IncomingMailJobs } from './incoming/incoming-mail.jobs.js';
import { ContactMailStateResolver, IncomingMailResolver } from './incoming/incoming-mail.resolver.js';
import { IncomingMails } from './incoming/incoming-mail.service.js';
import { MailFolder } from './incoming/mail-folder.service.js';
import { MailWebhookController } from './incoming/mail-webhook.controller.js';
import { MailWebhook } from './incoming/mail-webhook.service.js';
import { WhatCameBack } from './incoming/what-came-back.service.js';
import { ReminderLettersController } from './letters/reminder-letters.controller.js';
import { ReminderLettersResolver } from './letters/reminder-letters.resolver.js';
import { ReminderLettersService } from './letters/reminder-letters.service.js';
import { PaidAfter } from './paid-after.service.js';
import { PausesResolver } from './pauses.resolver.js';
import { PausesService } from './pauses.service.js';
import { PayLinkController } from './pay-link.controller.js';
import { PayLinks } from './pay-links.service.js';
import { NotRemindedResolver, PlannedMessageResolver, ReminderPlanResolver } from './reminder-plan.resolver.js';
import { ReminderPlanner } from './reminder-planner.service.js';
import { RemindersJobs } from './reminders.jobs.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';
import { SendingResolver } from './sending.resolver.js';
import { SendingService } from './sending.service.js';
import { StepLinesResolver } from './step-lines.resolver.js';
import { StepLinesService } from './step-lines.service.js';
import { ComparisonResultsLoader } from './templates/comparison-results.loader.js';
import { ComparisonsResolver } from './templates/comparisons.resolver.js';
import { TemplateComparisons } from './templates/comparisons.service.js';
import { TemplateTrials } from './templates/template-trial.service.js';
import { TemplatesResolver } from './templates/templates.resolver.js';
import { TemplatesService } from './templates/templates.service.js';
import { TrialStop } from './trial-stop.service.js';

@Module({
  imports: [CustomersModule, LedgerModule, WebhooksModule],
  controllers: [PayLinkController, MailWebhookController, ReminderLettersController],
  providers: [
    RemindersService,
    ReminderPlanner,
    DeliverySender,
    Carriers,
    ReminderLettersService,
    ReminderLettersResolver,
    CampaignsService,
    PausesService,
    SendingService,
    TrialStop,
    StepLinesService,
    CampaignsResolver,
    CampaignDifferenceResolver,
    CampaignChangeResolver,
    PausesResolver,
    SendingResolver,
    StepLinesResolver,
    DeliveriesService,
    DeliveryInvoicesLoader,
    RemindersJobs,
    RemindersResolver,
    ReminderPlanResolver,
    PlannedMessageResolver,
    NotRemindedResolver,
    PayLinks,
    PaidAfter,
    IncomingMails,
    IncomingMailJobs,
    MailFolder,
    MailWebhook,
    WhatCameBack,
    IncomingMailResolver,
    ContactMailStateLoader,
    ContactMailStateResolver,
    TemplatesService,
    TemplateTrials,
    TemplatesResolver,
    TemplateComparisons,
    ComparisonResultsLoader,
    ComparisonsResolver,
  ],
  exports: [RemindersService],
})
export class RemindersModule {}
