import { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { reference } from '../shared/current-request.js';
import { NO_DATABASE } from '../shared/errors-at-the-edge.js';
import { Refusal } from '../shared/refusal.js';
import { isUnreachable } from '../shared/unreachable.js';

const logger = new Logger('errors');
const isGraphql = (request: Request) => /^\/graphql\b/i.test(request.originalUrl);

/** Answers before anything has run, in the form that whoever asked there reads. */
export function refuse(request: Request, response: Response, status: number, code: string, message: string): void {
  response
    .status(status)
    .json(isGraphql(request) ? { errors: [{ message, extensions: { code } }] } : { code, message });
}

/** The same for what was thrown: a refusal as it is, the rest masked. */
export function refuseFor(request: Request, response: Response, status: number, error: unknown): void {
  if (error instanceof Refusal) refuse(request, response, status, error.code, error.message);
  else if (isUnreachable(error)) refuse(request, response, 503, 'DATABASE_UNREACHABLE', NO_DATABASE);
  else {
    const id = reference();
    logger.error(`${id} ${error instanceof Error ? error.stack : String(error)}`);
    const message = `Something went wrong on our side. Tell whoever runs this the reference ${id}.`;
    refuse(request, response, 500, 'INTERNAL_SERVER_ERROR', message);
  }
}
