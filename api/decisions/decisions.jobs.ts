import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ANSWERED_LATE } from '../credit-checks/ask-on-vetting.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { VetAgain } from './vet-again.service.js';

@Injectable()
export class DecisionJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly vetAgain: VetAgain,
  ) {}

  onModuleInit(): void {
    this.jobs.declare({
      id: 'vet-again',
      description:
        'Asks again for credit checks that did not come, and decides anew what was referred for want of them.',
      schedule: '20 * * * *',
      run: () => this.vetAgain.run(),
    });
    this.jobs.declare<{ customerId: number }>({
      id: ANSWERED_LATE,
      description: 'Decides anew what was referred while a provider was being asked, once it has answered.',
      run: ({ customerId }) => this.vetAgain.answered(customerId),
    });
  }
}
