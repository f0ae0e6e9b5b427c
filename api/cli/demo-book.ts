import type { INestApplicationContext } from '@nestjs/common';
import { seedDemoBook } from '../../seeds/demo.js';
import { Jobs } from '../jobs/jobs.service.js';
import { ScoringService } from '../scoring/scoring.service.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';

/** Loads the demo book into an empty one and scores it, as of today and as of a quarter ago so that scores have a past. */
export async function loadDemoBook(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  const today = app.get(Clock).today();
  await app.get(Sql).transaction((client) => seedDemoBook(client, today, say));
  say('scoring …');
  await app.get(ScoringService).scoreBook(today);
  // Beside whatever the page is asked meanwhile.
  await app.get(Jobs).enqueue(null, 'train-lateness', {});
}
