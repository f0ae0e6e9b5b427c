import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { TELL_WEBHOOK, type WebhookLine, WebhookTeller } from './webhook-teller.service.js';

@Injectable()
export class WebhooksJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly teller: WebhookTeller,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<WebhookLine>({
      id: TELL_WEBHOOK,
      description: 'Tells another program what happened with a customer.',
      waits: true,
      run: (line) => this.teller.run(line),
    });
  }
}
