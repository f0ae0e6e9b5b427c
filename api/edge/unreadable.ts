import type { NextFunction, Request, Response } from 'express';
import { refuse } from './refuse.js';

/** What the parsers of bodies throw. */
interface Unreadable {
  status?: number;
  type?: string;
}

/** A body that is too large or no JSON is refused in our own words. Four parameters tell Express that this is for errors. */
export function unreadable(error: Unreadable, request: Request, response: Response, next: NextFunction): void {
  const { status = 500, type } = error;
  if (type === 'entity.too.large')
    refuse(request, response, 413, 'BODY_TOO_LARGE', 'The request is larger than 1 MB. Ask in smaller parts.');
  else if (type === 'entity.parse.failed')
    refuse(request, response, 400, 'BODY_NOT_JSON', 'The request is not JSON. Check quotes, commas and brackets.');
  else if (status < 500)
    refuse(request, response, status, 'BODY_NOT_READABLE', 'The request could not be read. Send JSON in UTF-8.');
  else next(error);
}
