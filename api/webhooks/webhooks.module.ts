import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { WebhookTeller } from './webhook-teller.service.js';
import { WebhooksJobs } from './webhooks.jobs.js';
import { WebhooksResolver } from './webhooks.resolver.js';
import { Webhooks } from './webhooks.service.js';

@Module({
  imports: [AuthModule, CustomersModule],
  providers: [WebhookTeller, Webhooks, WebhooksResolver, WebhooksJobs],
  exports: [WebhookTeller],
})
export class WebhooksModule {}
