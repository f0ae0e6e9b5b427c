import { aging } from './commands/aging.js';
import { audit } from './commands/audit.js';
import { importFiles } from './commands/import.js';
import { keys } from './commands/keys.js';
import { migrateCommand } from './commands/migrate.js';
import { people } from './commands/people.js';
import { remind } from './commands/remind.js';
import { schema } from './commands/schema.js';
import { score } from './commands/score.js';
import { seed } from './commands/seed.js';
import { start } from './commands/start.js';
import type { Command } from './usage.js';

export const commands: Record<string, Command> = {
  start,
  migrate: migrateCommand,
  seed,
  import: importFiles,
  score,
  aging,
  remind,
  people,
  keys,
  audit,
  schema,
};

const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
export const overview = `Goodstanding tells which customers will pay, which will pay late and which will not, before it matters.

npx goodstanding <command> [options]     npx goodstanding <command> --help

${lines.join('\n')}

The database is the embedded one in GOODSTANDING_HOME (by default .goodstanding in your home folder), or the
PostgreSQL 15 or newer that DATABASE_URL names.`;
