import type { NextFunction, Request, Response } from 'express';
import { type Caller, nobody } from '../shared/caller.js';
import { currentRequest } from '../shared/current-request.js';
import { NotSignedIn } from './auth.errors.js';

declare global {
  namespace Express {
    interface Request {
      /** Set once it is known who asks: what has none may nothing. */
      caller?: Caller;
    }
  }
}

/** `__Host-` binds it to this host over TLS; browsers refuse that name without. */
const nameOf = (request: Request) => (request.secure ? '__Host-goodstanding' : 'goodstanding');

export function giveCookie(request: Request, secret: string): void {
  request.res?.cookie(nameOf(request), secret, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' });
}

export function takeCookie(request: Request): void {
  request.res?.clearCookie(nameOf(request), { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' });
}

export function cookieOf(request: Request): string | undefined {
  const name = `${nameOf(request)}=`;
  const pair = request.headers.cookie?.split(/;\s*/).find((each) => each.startsWith(name));
  return pair?.slice(name.length);
}

type CallerOf = (secret: string, origin: string) => Promise<Caller | undefined>;
type Refuse = (request: Request, response: Response, refusal: NotSignedIn) => void;

/** Finds out who asks: by cookie, by key, or nobody. A cookie or key that is none of ours is refused at once. */
export function whoAsks(session: CallerOf, key: CallerOf, refuse: Refuse) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const origin = request.ip ?? 'unknown address';
    const bearer = request.headers.authorization;
    const cookie = cookieOf(request);
    try {
      const caller =
        bearer !== undefined
          ? await key(/^Bearer (\S+)$/i.exec(bearer)?.[1] ?? '', origin)
          : cookie !== undefined
            ? await session(cookie, origin)
            : nobody(origin);
      if (!caller) {
        if (bearer === undefined) takeCookie(request);
        refuse(request, response, new NotSignedIn());
        return;
      }
      request.caller = caller;
      const current = currentRequest.getStore();
      if (current) current.caller = caller;
      next();
    } catch (error) {
      next(error);
    }
  };
}
