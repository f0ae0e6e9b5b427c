import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryInvoicesLoader } from './delivery-invoices.loader.js';
import { DeliverySender } from './delivery-sender.service.js';
import { NotRemindedResolver, PlannedMessageResolver, ReminderPlanResolver } from './reminder-plan.resolver.js';
import { ReminderPlanner } from './reminder-planner.service.js';
import { RemindersJobs } from './reminders.jobs.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [CustomersModule, LedgerModule],
  providers: [
    RemindersService,
    ReminderPlanner,
    DeliverySender,
    DeliveriesService,
    DeliveryInvoicesLoader,
    RemindersJobs,
    RemindersResolver,
    ReminderPlanResolver,
    PlannedMessageResolver,
    NotRemindedResolver,
  ],
  exports: [RemindersService],
})
export class RemindersModule {}
