import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CampaignChangeResolver, CampaignDifferenceResolver, CampaignsResolver } from './campaigns.resolver.js';
import { CampaignsService } from './campaigns.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryInvoicesLoader } from './delivery-invoices.loader.js';
import { DeliverySender } from './delivery-sender.service.js';
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
import { TemplateTrials } from './templates/template-trial.service.js';
import { TemplatesResolver } from './templates/templates.resolver.js';
import { TemplatesService } from './templates/templates.service.js';

@Module({
  imports: [CustomersModule, LedgerModule],
  controllers: [PayLinkController],
  providers: [
    RemindersService,
    ReminderPlanner,
    DeliverySender,
    CampaignsService,
    PausesService,
    SendingService,
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
    TemplatesService,
    TemplateTrials,
    TemplatesResolver,
  ],
  exports: [RemindersService],
})
export class RemindersModule {}
