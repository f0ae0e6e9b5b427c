import os from 'node:os';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../app.js';
import { commandLine, inTheNameOf } from '../shared/caller.js';
import { lastAddress } from '../shared/home.js';
import { openInstallation } from './installation.js';

/** Runs one command on the services of the program, and leaves the database as it was found. */
export async function withApp(work: (app: NestExpressApplication) => Promise<number>): Promise<number> {
  const installation = await openInstallation(process.env);
  // The command that stops half-way leaves the database in order too.
  const stop = (signal: NodeJS.Signals) =>
    void installation.leave().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const { config } = installation;
    if (process.env.PUBLIC_URL === undefined) config.publicUrl = lastAddress(config.home) ?? config.publicUrl;
    const app = await createApp(config);
    try {
      return await inTheNameOf(commandLine(userName(), `command line of ${os.hostname()}`), () => work(app));
    } finally {
      await app.close();
    }
  } catch (error) {
    throw installation.causeOf(error);
  } finally {
    await installation.leave();
  }
}

/** A container may run as a number that has no name. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`;
  }
}
