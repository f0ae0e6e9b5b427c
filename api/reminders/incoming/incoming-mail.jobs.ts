import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../jobs/jobs.service.js';
import { PaidAfter } from '../paid-after.service.js';
import { MailFolder } from './mail-folder.service.js';

@Injectable()
export class IncomingMailJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly folder: MailFolder,
    private readonly paidAfter: PaidAfter,
  ) {}

  onModuleInit(): void {
    this.jobs.declare({
      id: 'read-mail-folder',
      description: 'Takes in what came back to messages.',
      schedule: '* * * * *',
      run: () => this.folder.read(),
    });
    this.jobs.declare({
      id: 'tell-what-was-paid',
      description: 'Tells other programs which invoices were settled after a message.',
      schedule: '*/10 * * * *',
      run: () => this.paidAfter.tell(),
    });
  }
}
