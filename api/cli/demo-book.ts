import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '../../analytics/index.js';
import { seedDemoBook } from '../../seeds/demo.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Defaults } from '../scoring/defaults.service.js';
import { ScoringService } from '../scoring/scoring.service.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';

/** Loads the demo book into an empty one and scores it, as of today, a month and a quarter ago, so that scores have a past. */
export async function loadDemoBook(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  const today = app.get(Clock).today();
  await app.get(Sql).transaction((client) => seedDemoBook(client, today, say));
  say('scoring …');
  for (const daysAgo of [90, 30, 0]) await app.get(ScoringService).scoreBook(addDays(today, -daysAgo));
  await app.get(Defaults).count(today);
  // Beside whatever the page is asked meanwhile.
  await app.get(Jobs).enqueue(null, 'train-lateness', {});
}
