import 'reflect-metadata';
import path from 'node:path';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module.js';
import { Keys } from './auth/keys.service.js';
import { roomForSignIn } from './auth/room-for-sign-in.js';
import { Sessions } from './auth/sessions.service.js';
import { whoAsks } from './auth/who-asks.js';
import type { Config } from './config.js';
import { headers, neverKept, PLAYGROUND_POLICY } from './edge/headers.js';
import { refuseLargeHeaders } from './edge/large-headers.js';
import { onlyUnderOurNames } from './edge/our-names.js';
import { limited, limitedAsCaller } from './edge/rate-limit.js';
import { refuseFor } from './edge/refuse.js';
import { followed } from './edge/requests.js';
import { unreadable } from './edge/unreadable.js';
import { MOST_MAIL_BYTES } from './reminders/incoming/mail-folder.service.js';
import { Clock } from './shared/clock.js';
import { openCollectedLog } from './shared/collected-log.js';
import { requestIsA } from './shared/current-request.js';
import { KeepableText } from './shared/keepable-text.pipe.js';
import { Metrics } from './shared/metrics.js';
import { NullIsNotGiven } from './shared/null-is-not-given.pipe.js';
import { PinoLogger } from './shared/pino-logger.js';
import { openTraces } from './shared/traces.js';

/** The built page: beside the compiled server, and where the tests, which run the sources, find it. */
const page = path.resolve(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../dist/web' : '../web');
/** Paths of the server itself; every other one is a place within the page. */
const ours =
  /^\/(graphql|imports|examples|contracts|reminder-letters|health|metrics|pay|incoming-mail|audit\/entries\.\w+|playground|assets|sign-in\/oidc)(\/|$)/;

/** What is asked here is asked by somebody, and answered to them alone. */
const asked = ['/graphql', '/imports', '/examples', '/audit', '/contracts', '/decisions', '/reminder-letters'];

/** The program, ready to listen or to be asked directly; it does not work on jobs until told to. */
export async function createApp(config: Config, clock = new Clock()): Promise<NestExpressApplication> {
  await openTraces(config.collector);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, clock), {
    logger: new PinoLogger(config.logLevel, await openCollectedLog(config.collector)),
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalPipes(new KeepableText(), new NullIsNotGiven(), new ValidationPipe({ transform: true }));
  refuseLargeHeaders(app.getHttpServer());
  app.disable('x-powered-by');
  // Of answers to questions: nobody asks whether one is still the same. Files of the page keep theirs.
  app.disable('etag');
  app.set('trust proxy', config.trustedProxies);
  app.use(followed(app.get(Metrics)));
  app.use(headers);
  app.use(asked, neverKept);
  if (config.offersDemoRoles) app.use(onlyUnderOurNames(config));
  app.use(
    '/graphql',
    roomForSignIn((request, response, error) => refuseFor(request, response.set('Retry-After', '3'), 503, error)),
  );
  app.use(
    [
      '/graphql',
      '/imports',
      '/audit',
      '/contracts',
      '/decisions',
      '/reminder-letters',
      '/metrics',
      '/sign-in/oidc',
      '/pay',
      '/incoming-mail',
    ],
    limited(config.requestsPerMinute, 'requests'),
  );
  app.use(
    '/imports',
    limited(config.uploadsPerMinute, 'uploads', ({ method }) => method === 'POST'),
  );
  const sessions = app.get(Sessions, { strict: false });
  const keys = app.get(Keys, { strict: false });
  app.use(
    asked,
    whoAsks(
      (secret, origin) => sessions.callerOf(secret, origin),
      (key, origin) => keys.callerOf(key, origin),
      (request, response, error) => refuseFor(request, response, 401, error),
    ),
    limitedAsCaller(config.requestsPerMinute),
  );
  // What is signed is every byte of it.
  app.useBodyParser('raw', {
    limit: MOST_MAIL_BYTES,
    type: ({ url }: { url?: string }) => /^\/incoming-mail\b/.test(url ?? ''),
  });
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { extended: false });
  app.use(unreadable);
  // Its file lies among those of the page.
  if (config.isProduction) app.use('/playground', (_request: Request, response: Response) => response.sendStatus(404));
  app.useStaticAssets(page, {
    index: false,
    maxAge: '1y',
    immutable: true,
    setHeaders: (response: Response, file: string) => {
      if (file.endsWith('.html')) response.setHeader('Cache-Control', 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    // A name that begins with a dot, such as .git, is no place: what looks for one is told that there is none.
    const isPlace =
      /^(GET|HEAD)$/.test(request.method) && !ours.test(request.path) && !/\/\.|\.[^/]*$/.test(request.path);
    if (request.path.replace(/\/$/, '') === '/playground') {
      const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': PLAYGROUND_POLICY };
      response.sendFile(path.join(page, 'playground/index.html'), { headers });
    } else if (isPlace) {
      requestIsA('page');
      response.sendFile(path.join(page, 'index.html'), { headers: { 'Cache-Control': 'no-cache' } });
    } else next();
  });
  await app.init();
  return app;
}
