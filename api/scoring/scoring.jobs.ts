import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { BookService } from '../ledger/book.service.js';
import { Defaults } from './defaults.service.js';
import { ScoringService } from './scoring.service.js';

@Injectable()
export class ScoringJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly scoring: ScoringService,
    private readonly defaults: Defaults,
    private readonly book: BookService,
  ) {}

  onModuleInit(): void {
    const openingDay = async () => (await this.book.book()).suggestedAsOf;
    this.jobs.declare<{ asOf?: string }>({
      id: 'score-book',
      description: 'Scores every customer as of a day: the one given, else the day the book opens on.',
      schedule: '10 2 * * *',
      run: async ({ asOf }) => void (await this.scoring.scoreBook(asOf ?? (await openingDay()))),
    });
    this.jobs.declare({
      id: 'score-due',
      description:
        'Scores anew to whom something happened, as of the day the book opens on, and has their open invoices told anew.',
      schedule: '* * * * *',
      run: async () =>
        this.scoring.scoreDue(await openingDay(), (client, customerIds) =>
          this.jobs.enqueue(client, 'tell-lateness', { customerIds }),
        ),
    });
    this.jobs.declare({
      id: 'count-defaults',
      description: 'Counts who met the definition of default, as of the day the book opens on.',
      schedule: '30 2 * * *',
      run: async () => this.defaults.count(await openingDay()),
    });
  }
}
