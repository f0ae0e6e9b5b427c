import type { NextFunction, Request, Response } from 'express';
import { TooManyAtOnce } from './auth.errors.js';
import { hasRoom } from './passwords.js';
import { cookieOf } from './who-asks.js';

const refusal = new TooManyAtOnce();
type Refuse = (request: Request, response: Response, error: TooManyAtOnce) => void;

/**
 * While a sign-in would have to wait too long, whoever has not signed in is refused before anything of the request is
 * read: a flood of sign-ins is a flood of reading and checking too, which takes more from everybody else than the
 * hashing does. The sign-in page asks without a cookie as well; it could not be used at that moment.
 */
export const roomForSignIn =
  (refuse: Refuse) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const isNobody = request.headers.authorization === undefined && cookieOf(request) === undefined;
    if (hasRoom() || !isNobody) next();
    else refuse(request, response, refusal);
  };
