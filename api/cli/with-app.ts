import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../app.js';
import { openInstallation } from './installation.js';

/** Runs one command on the services of the program, and leaves the database as it was found. */
export async function withApp(work: (app: NestExpressApplication) => Promise<number>): Promise<number> {
  const installation = await openInstallation(process.env);
  // The command that stops half-way leaves the database in order too.
  const stop = (signal: NodeJS.Signals) =>
    void installation.leave().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const app = await createApp(installation.config);
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await installation.leave();
  }
}
