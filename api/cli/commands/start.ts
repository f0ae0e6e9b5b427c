import { once } from 'node:events';
import net from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../app.js';
import { Config } from '../../config.js';
import { Jobs } from '../../jobs/jobs.service.js';
import { keepAddress } from '../../shared/home.js';
import { Refusal } from '../../shared/refusal.js';
import { Sql } from '../../shared/sql.js';
import { loadDemoBook } from '../demo-book.js';
import { type Installation, openInstallation } from '../installation.js';
import { endProgress, progress, type Run, UsageError } from '../usage.js';

const logger = new Logger('start');

export const run: Run = async (values) => {
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
    if (role !== 'worker') await mustBeFree(new Config(env));
    console.log('Starting the database …');
    installation = await openInstallation(env, console.log);
    const lost = new Promise<never>((_, reject) => keepDatabase(installation as Installation, reject));
    lost.catch(() => {});
    app = await createApp(installation.config);
    const owned = await ownsItsAudit(app);
    if (owned) console.log(owned);
    if (!values['without-demo'] && !(await app.get(Sql).one('select from customer limit 1'))) await withDemoBook(app);
    if (role !== 'web') await app.get(Jobs).start();
    if (role !== 'worker')
      console.log(`\nGoodstanding is ready: ${await listen(app, installation)}\nStop it with Ctrl-C.`);
    else console.log('\nGoodstanding works on jobs. Stop it with Ctrl-C.');
    await Promise.race([stopped, lost]);
    console.log('\nStopping …');
  } catch (error) {
    throw installation ? installation.causeOf(error) : error;
  } finally {
    try {
      await app?.close();
    } finally {
      await installation?.leave();
    }
  }
  return 0;
};

/** Tells when the database ended and was started again. */
function keepDatabase(installation: Installation, lost: (error: unknown) => void): void {
  installation.watch({
    ended: () => console.error('The database has ended, though nobody stopped it. Starting it again …'),
    restarted: () => console.error('The database runs again. Nothing that was acknowledged is lost.'),
    lost,
  });
}

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

/** Asked before anything is started. Nothing else is tried, since the address may be written down somewhere. */
async function mustBeFree({ port, host }: Config): Promise<void> {
  const probe = net.createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portTaken(error, port, host);
  }
  probe.close();
  await once(probe, 'close');
}

async function listen(app: NestExpressApplication, { config }: Installation): Promise<string> {
  const { port, host } = config;
  try {
    await app.listen(port, host);
  } catch (error) {
    throw portTaken(error, port, host);
  }
  const address = app.getHttpServer().address() as net.AddressInfo;
  const origin = `http://${host === '0.0.0.0' ? 'localhost' : host}:${address.port}`;
  // Any free port is known only now.
  if (port === 0) config.publicUrl = origin;
  // For the links of commands that are run beside it.
  keepAddress(config.home, config.publicUrl);
  return `${origin}/`;
}

class PortTaken extends Refusal {
  readonly code = 'PORT_TAKEN';
}

function portTaken(error: unknown, port: number, host: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new PortTaken(
    `Port ${port} on ${host} is in use by another program. Stop that one, or start with --port and another number, or --port 0 for any free one.`,
  );
}

/** npm does not pass signals on to the script it runs: when npm has gone, go too. */
function leaveWithNpm(leave: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) leave();
  }, 500).unref();
}
