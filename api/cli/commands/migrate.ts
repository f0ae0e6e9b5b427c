import { openInstallation } from '../installation.js';
import type { Command } from '../usage.js';

export const migrateCommand: Command = {
  summary: 'bring the schema of the database up to date',
  help: 'npx goodstanding migrate\n\n  Brings the schema up to date and ends. Safe to run twice, and by several at once.',
  options: {},
  async run() {
    const { leave } = await openInstallation(process.env, console.error);
    await leave();
    console.error('The schema is up to date.');
    return 0;
  },
};
