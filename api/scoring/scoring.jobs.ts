import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { BookService } from '../ledger/book.service.js';
import { ScoringService } from './scoring.service.js';

@Injectable()
export class ScoringJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly scoring: ScoringService,
    private readonly book: BookService,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<{ asOf?: string }>({
      id: 'score-book',
      description: 'Scores every customer as of a day: the one given, else the day the book opens on.',
      schedule: '10 2 * * *',
      run: async ({ asOf }) => void (await this.scoring.scoreBook(asOf ?? (await this.book.book()).suggestedAsOf)),
    });
  }
}
