/** The worker of the kill test: works on jobs until it is killed. Its clock stands on a Monday morning. */
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { KILL_DAY } from './kill-day.js';

if (process.send) {
  const app = await createApp(
    new Config({ ...process.env, LOG_LEVEL: 'fatal', NODE_ENV: 'production' }),
    new StoppedClock(`${KILL_DAY}T09:00:00Z`),
  );
  const jobs = app.get(Jobs, { strict: false });
  if (process.argv[2] === 'plan') {
    const { queued } = await app.get(RemindersService, { strict: false }).send(KILL_DAY);
    process.send({ queued });
    process.disconnect();
    await app.close();
  } else {
    await jobs.start();
    process.send({ isWorking: true });
    process.on('disconnect', () => process.exit(0));
  }
}
