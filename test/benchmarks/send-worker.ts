/** A worker that sends what is queued, on the database it is told; its clock stands on a Monday morning. */
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { KILL_DAY } from './kill-day.js';

if (process.send) {
  process.on('disconnect', () => process.exit(0));
  const app = await createApp(
    new Config({ ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' }),
    new StoppedClock(`${KILL_DAY}T09:00:00Z`),
  );
  if (process.argv[2] === 'plan') {
    await app.get(RemindersService, { strict: false }).send(KILL_DAY);
    process.send('planned');
  } else {
    process.once('message', () => void app.get(Jobs, { strict: false }).start());
    process.send('ready');
  }
}
