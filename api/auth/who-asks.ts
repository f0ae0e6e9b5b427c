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
const nameOf = (request: Request, cookie: string) => (request.secure ? `__Host-${cookie}` : cookie);
const SESSION_COOKIE = 'goodstanding';
/** Of a sign-in that is at the provider. */
export const OIDC_COOKIE = 'goodstanding-oidc';
const kept = ({ secure }: Request) => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' }) as const;

export function giveCookie(request: Request, secret: string, cookie = SESSION_COOKIE): void {
  request.res?.cookie(nameOf(request, cookie), secret, kept(request));
}

export function takeCookie(request: Request, cookie = SESSION_COOKIE): void {
  request.res?.clearCookie(nameOf(request, cookie), kept(request));
}

export function cookieOf(request: Request, cookie = SESSION_COOKIE): string | undefined {
  const name = `${nameOf(request, cookie)}=`;
  const pair = request.headers.cookie?.split(/;\s*/).find((each) => each.startsWith(name));
  return pair?.slice(name.length);
}

/** Headers by which a proxy says that somebody else asks. */
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];
export const isHandedOn = ({ headers }: Request): boolean => OF_PROXIES.some((name) => headers[name] !== undefined);

type CallerOf = (secret: string, origin: string) => Promise<Caller | undefined>;
type Refuse = (request: Request, response: Response, error: unknown) => void;

/** Finds out who asks: by cookie, by key, or nobody. A cookie or key that is none of ours is refused at once. */
export function whoAsks(session: CallerOf, key: CallerOf, refuse: Refuse) {
  const callerOf = (request: Request, origin: string) => {
    const bearer = request.headers.authorization;
    if (bearer !== undefined) return key(/^Bearer (\S+)$/i.exec(bearer)?.[1] ?? '', origin);
    const cookie = cookieOf(request);
    return cookie === undefined ? nobody(origin) : session(cookie, origin);
  };
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      const caller = await callerOf(request, request.ip ?? 'unknown address');
      if (!caller) {
        if (request.headers.authorization === undefined) takeCookie(request);
        throw new NotSignedIn();
      }
      request.caller = caller;
      const current = currentRequest.getStore();
      if (current) current.caller = caller;
    } catch (error) {
      refuse(request, response, error);
      return;
    }
    next();
  };
}
