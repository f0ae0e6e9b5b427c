import { parseArgs } from 'node:util';
import { InvalidConfiguration } from '../config.js';
import { Refusal } from '../shared/refusal.js';
import { isOfOutput, isUnreachable } from '../shared/unreachable.js';
import { manual, type Name, overview } from './manual.js';
import { type Description, type Run, UsageError } from './usage.js';

/**
 * npx goodstanding <command>. Exit codes: 0 done, 1 refused or failed (said on standard error), 2 called wrongly,
 * 3 the database is out of reach.
 */
async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview);
    return name === undefined ? 2 : 0;
  }
  if (!isCommand(name)) throw new UsageError(`There is no command “${name}”.\n\n${overview}`);
  const { values, positionals } = parse(name, rest);
  if (values.help) {
    console.log(manual[name].help);
    return 0;
  }
  const { takesWords, help }: Description = manual[name];
  if (!takesWords && positionals.length > 0)
    throw new UsageError(`${name} takes nothing but options, not “${positionals.join(' ')}”.\n\n${help}`);
  const { run }: { run: Run } = await import(`./commands/${name}.js`);
  return run(values, positionals);
}

const isCommand = (name: string): name is Name => Object.hasOwn(manual, name);

function parse(
  name: Name,
  args: string[],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  const { options, help } = manual[name];
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    }) as never;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof Refusal || error instanceof InvalidConfiguration) {
    const flag = 'flag' in error ? ` On the command line: ${error.flag}.` : '';
    console.error(`${error.message}${flag}`);
    return 1;
  }
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000' || code === '3D000') {
    console.error(
      `The database does not let us in (${message}). Check user, password and name of the database in DATABASE_URL; nothing was changed.`,
    );
    return 3;
  }
  // A sentence of ours, or of PostgreSQL about a role that the login may not take.
  if (code === '42501') {
    console.error(`The database refuses: ${message}`);
    return 1;
  }
  if (code === '53100') {
    console.error(`The disk of the database is full (${message}). Make room and run the command again.`);
    return 1;
  }
  if (isUnreachable(error)) {
    console.error(
      `The database does not answer (${message || code}). Check that it runs and that DATABASE_URL names it, then try again; nothing was changed.`,
    );
    return 3;
  }
  const { path, syscall } = error as { path?: string; syscall?: string };
  if (code && syscall && FILES[code]) {
    console.error(`${path ?? 'The output'}: ${FILES[code]}`);
    return 1;
  }
  console.error(error instanceof Error ? error.stack : String(error));
  return 1;
}

/** What the system says of files and disks. */
const FILES: Record<string, string> = {
  ENOENT: 'there is no such file or folder. Check the path.',
  ENOTDIR: 'a part of this path is a file and no folder. Check the path.',
  EISDIR: 'this is a folder and no file. Name a file in it.',
  EACCES: 'this user may not use it. Ask for the right, or name another place.',
  EROFS: 'the disk can only be read. Name another place.',
  ENOSPC: 'the disk is full. Make room and run the command again.',
  EPIPE: 'whoever was to read it has gone. What the command did is done; only what it had to say is cut off.',
};

let failure: unknown;
// What cannot be printed was not done: no script may take it for done. The command ends in its order all the same.
process.stdout.on('error', (error) => {
  isOfOutput(error);
  failure ??= error;
});
const code = await main(process.argv.slice(2)).catch((error: unknown) => {
  failure ??= error;
  return 1;
});
// Nothing is left to do but what a library keeps open; standard output is flushed before the end.
process.stdout.write('', () => process.exit(failure === undefined ? code : explain(failure)));
