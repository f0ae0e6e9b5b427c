import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { BookService } from '../ledger/book.service.js';
import { Refusal } from '../shared/refusal.js';
import { Promotions } from './promotions.service.js';
import { LatenessTelling } from './tell-lateness.service.js';
import { Training } from './train.service.js';

@Injectable()
export class LatenessJobs implements OnModuleInit {
  private readonly logger = new Logger(LatenessJobs.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly training: Training,
    private readonly told: LatenessTelling,
    private readonly promotions: Promotions,
    private readonly book: BookService,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<{ customerIds?: number[] }>({
      id: 'tell-lateness',
      description: 'Asks the model in force about every open invoice, or about those of the customers given.',
      schedule: '25 2 * * *',
      run: async ({ customerIds }) => {
        const { suggestedAsOf } = await this.book.book();
        const done = customerIds ? await this.told.tellCustomers(customerIds, suggestedAsOf) : null;
        if (done === null) await this.told.tellBook(suggestedAsOf);
      },
    });
    this.jobs.declare({
      id: 'train-lateness',
      description: 'Trains a challenger of the lateness model on what is known, unless one waits for a second person.',
      schedule: '40 3 * * 0',
      run: () => this.train(),
    });
  }

  private async train(): Promise<void> {
    if (await this.promotions.isWaiting()) return;
    const { suggestedAsOf } = await this.book.book();
    try {
      const { state } = await this.training.train(suggestedAsOf);
      if (state === 'champion') await this.jobs.enqueue(null, 'tell-lateness', {});
    } catch (error) {
      // A book that teaches nothing yet will be tried again in a week; the model in force stands.
      if (!(error instanceof Refusal)) throw error;
      this.logger.log(error.message);
    }
  }
}
