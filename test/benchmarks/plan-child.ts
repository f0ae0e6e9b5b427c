/** The process that plans the reminders of a day and tells how long it took, what it found, and its memory. */
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { timed } from './measurement.js';

export interface Planned {
  readonly ms: number;
  /** The most memory the process has ever used. */
  readonly mostMb: number;
  readonly messages: number;
  readonly leftOut: number;
}

if (process.send) {
  const app = await createApp(new Config({ ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' }));
  const on = process.argv[2] as string;
  let found = { messages: 0, leftOut: 0 };
  const ms = await timed(async () => {
    const plan = await app.get(RemindersService, { strict: false }).plan(on);
    found = { messages: plan.messages.length, leftOut: plan.leftOut.length };
  });
  const planned: Planned = { ms, mostMb: process.resourceUsage().maxRSS / 1024, ...found };
  process.send(planned);
  await app.close();
  process.disconnect();
}
