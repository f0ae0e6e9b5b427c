import type { LoggerService } from '@nestjs/common';
import { type Level, type Logger, multistream, pino } from 'pino';
import { caller } from './caller.js';
import { currentRequest } from './current-request.js';
import { AccessRefused, Refusal } from './refusal.js';

/** In every line: the request that it is about. */
const mixin = () => {
  const request = currentRequest.getStore();
  return request ? { request: request.id } : {};
};

/** By the number of the person or key: names are in the audit. */
const whoAsks = () => {
  const { id = 'nobody', origin } = caller();
  return { who: id, from: origin };
};

/** Not what else hangs on it: the database adds the row that failed, with all that stands in it. */
const told = ({ name, message, stack }: Error) => ({ type: name, message, stack });

/** Nest’s log as lines of JSON on standard error, so that standard output is free for what a command prints. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  /** `also` gets the same lines. */
  constructor(level: string, also?: NodeJS.WritableStream) {
    const error = pino.destination({ fd: 2, sync: true });
    const streams = [error, ...(also ? [also] : [])].map((stream) => ({ level: 'trace' as Level, stream }));
    this.pino = pino({ level, mixin }, also ? multistream(streams) : error);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest gives the context last, and before it the stack of an error. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    // Told to whoever asked, and no fault of ours. By its code: the sentence may repeat what was typed.
    if (message instanceof AccessRefused) this.pino.warn({ context: 'refused', ...whoAsks() }, message.code);
    else if (message instanceof Refusal) this.pino.info({ context: 'refused' }, message.code);
    else if (message instanceof Error) this.pino[level]({ context, err: told(message) });
    else this.pino[level]({ context, stack }, String(message));
  }
}
