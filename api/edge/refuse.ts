import type { Request, Response } from 'express';

const isGraphql = (request: Request) => /^\/graphql\b/i.test(request.originalUrl);

/** Answers before anything has run, in the form that whoever asked there reads. */
export function refuse(request: Request, response: Response, status: number, code: string, message: string): void {
  response
    .status(status)
    .json(isGraphql(request) ? { errors: [{ message, extensions: { code } }] } : { code, message });
}
