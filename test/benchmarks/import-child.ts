/** The process that imports the files of its arguments and tells how long it took, to committed rows, and its memory. */
import path from 'node:path';
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { timed } from './measurement.js';

export interface Imported {
  readonly ms: number;
  /** The most memory the process has ever used. */
  readonly mostMb: number;
}

if (process.send) {
  const app = await createApp(new Config({ ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' }));
  const files = process.argv.slice(2).map((file) => ({ path: file, name: path.basename(file) }));
  const ms = await timed(async () => {
    const report = await app.get(ImportsService, { strict: false }).run(files, {});
    if (!report.isPosted) throw new Error(`nothing was imported: ${report.badRowCount} bad rows`);
  });
  const imported: Imported = { ms, mostMb: process.resourceUsage().maxRSS / 1024 };
  process.send(imported);
  await app.close();
  process.disconnect();
}
