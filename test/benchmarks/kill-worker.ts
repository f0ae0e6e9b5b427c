/**
 * The worker of the kill test: works on jobs until it is killed, and starts its database again when that is. Its clock
 * stands on a Monday morning.
 */
import path from 'node:path';
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { startEmbeddedPostgres } from '../../api/shared/embedded-postgres/embedded-postgres.js';
import { KILL_DAY } from './kill-day.js';

if (process.send) {
  const say = (said: object) => process.connected && process.send?.(said);
  process.on('unhandledRejection', (error) => console.error('nobody waited for', error)); // as `start` does
  process.on('disconnect', () => process.exit(0));
  const home = process.env.GOODSTANDING_HOME as string;
  const database = await startEmbeddedPostgres(path.join(home, 'postgres'));
  const app = await createApp(
    new Config({ ...process.env, DATABASE_URL: database.url, LOG_LEVEL: 'fatal', NODE_ENV: 'production' }),
    new StoppedClock(`${KILL_DAY}T09:00:00Z`),
  );
  const jobs = app.get(Jobs, { strict: false });
  if (process.argv[2] === 'plan') {
    const { queued } = await app.get(RemindersService, { strict: false }).send(KILL_DAY);
    say({ queued });
    process.disconnect();
    await app.close();
    process.exit(0);
  }
  database.watch({
    ended: () => {},
    restarted: () => {},
    lost: (error) => {
      console.error('the database is lost:', (error as Error).message);
      process.exit(1);
    },
  });
  await jobs.start();
  say({ isWorking: true });
}
