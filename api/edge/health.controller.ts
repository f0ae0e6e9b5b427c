import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../auth/allow.js';
import { migrations } from '../migrations/migrations.js';
import { ProgramSql } from '../shared/sql.js';

const MOST_MILLISECONDS = 1_000;
const expected = migrations().map((Migration) => new Migration().name as string);

/** For whatever starts, watches and stops the program. */
@Controller('health')
export class HealthController {
  private running?: Promise<{ database: string; migrations: string }>;

  constructor(private readonly sql: ProgramSql) {}

  /** The process runs. Touches nothing, so that a slow database does not get the program killed. */
  @Allow('anyone')
  @Get('live')
  @HttpCode(200)
  live() {
    return { status: 'live' };
  }

  /** Requests can be answered. */
  @Allow('anyone')
  @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    // Many who ask at once ask the database once.
    this.running ??= this.checks().finally(() => {
      this.running = undefined;
    });
    const checks = await this.running;
    const isReady = Object.values(checks).every((check) => check === 'ok');
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', checks });
  }

  private async checks(): Promise<{ database: string; migrations: string }> {
    try {
      const done = await within(MOST_MILLISECONDS, this.sql.rows<{ name: string }>('select name from migrations'));
      const missing = expected.filter((name) => !done.some((each) => each.name === name));
      return { database: 'ok', migrations: missing.length === 0 ? 'ok' : `not done: ${missing.join(', ')}` };
    } catch {
      return { database: `did not answer within ${MOST_MILLISECONDS} ms`, migrations: 'not known' };
    }
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
