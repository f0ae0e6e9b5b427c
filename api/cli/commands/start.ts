import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../app.js';
import { Jobs } from '../../jobs/jobs.service.js';
import { Sql } from '../../shared/sql.js';
import { loadDemoBook } from '../demo-book.js';
import { type Installation, openInstallation } from '../installation.js';
import { type Command, endProgress, progress, UsageError } from '../usage.js';

const logger = new Logger('start');

export const start: Command = {
  summary: 'serve the page and the API, and work on jobs',
  help: `npx goodstanding start [--port N] [--without-demo] [--role all|web|worker]

  --port N         the port to listen on; PORT, or 4000, when not given; 0 takes any free one
  --without-demo   do not fill an empty book with the demo book
  --role           web serves without working on jobs, worker works without serving; all, when not given, does both`,
  options: { port: { type: 'string' }, 'without-demo': { type: 'boolean' }, role: { type: 'string' } },
  async run(values) {
    const role = values.role ?? 'all';
    if (role !== 'all' && role !== 'web' && role !== 'worker')
      throw new UsageError(`--role takes all, web or worker, not “${String(role)}”.`);
    if (values.port !== undefined && !(/^\d{1,5}$/.test(String(values.port)) && Number(values.port) <= 65_535))
      throw new UsageError(`--port takes a number from 0 to 65535, not “${String(values.port)}”.`);
    const env = typeof values.port === 'string' ? { ...process.env, PORT: values.port } : process.env;
    // A promise nobody waited for is a mistake of ours in one request; the others are served on.
    process.on('unhandledRejection', (error) => logger.error(error instanceof Error ? error.stack : String(error)));
    let installation: Installation | undefined;
    let app: NestExpressApplication | undefined;
    // Not Nest’s own hooks: they end the process before the database has stopped.
    const stopped = new Promise<string>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal));
      leaveWithNpm(() => resolve('npm'));
    });
    try {
      console.log('Starting the database …');
      installation = await openInstallation(env, console.log);
      app = await createApp(installation.config);
      const owned = await ownsItsAudit(app);
      if (owned) console.log(owned);
      if (!values['without-demo'] && !(await app.get(Sql).one('select from customer limit 1'))) await withDemoBook(app);
      if (role !== 'web') await app.get(Jobs).start();
      if (role !== 'worker')
        console.log(`\nGoodstanding is ready: ${await listen(app, installation)}\nStop it with Ctrl-C.`);
      else console.log('\nGoodstanding works on jobs. Stop it with Ctrl-C.');
      await stopped;
      console.log('\nStopping …');
    } finally {
      try {
        await app?.close();
      } finally {
        await installation?.leave();
      }
    }
    return 0;
  },
};

/** What is to be said when only triggers keep the program from rewriting its own audit. */
async function ownsItsAudit(app: NestExpressApplication): Promise<string | undefined> {
  const found = await app
    .get(Sql)
    .one<{ owns: boolean }>(
      `select pg_has_role(session_user, relowner, 'member') as owns from pg_class where oid = 'audit_entry'::regclass`,
    );
  return found?.owns
    ? 'DATABASE_URL signs in as the owner of the audit: triggers and the chain of hashes guard it, but no privilege does. The README says how to give the program a login of its own (DATABASE_OWNER_URL).'
    : undefined;
}

async function withDemoBook(app: NestExpressApplication): Promise<void> {
  console.log('Loading the demo book: 400 invented customers …');
  await loadDemoBook(app, (line) => progress(line));
  endProgress();
  console.log('The demo book is loaded and scored.');
}

/** The port that is taken is said; nothing else is tried, since the address may be written down somewhere. */
async function listen(app: NestExpressApplication, { config }: Installation): Promise<string> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(
      `Port ${config.port} on ${config.host} is in use by another program. Stop that one, or start with --port and another number, or --port 0 for any free one.`,
    );
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}/`;
}

/** npm does not pass signals on to the script it runs: when npm has gone, go too. */
function leaveWithNpm(leave: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) leave();
  }, 500).unref();
}
