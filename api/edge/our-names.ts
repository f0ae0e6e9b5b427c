import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config.js';
import { refuse } from './refuse.js';

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Where one click signs in, the name in the address has to be one of ours: a page of somebody else whose name leads to
 * this machine (DNS rebinding) would otherwise be of the same origin.
 */
export function onlyUnderOurNames({ publicUrl, host }: Config) {
  const names = new Set([...loopback, host, new URL(publicUrl).hostname].map((name) => name.toLowerCase()));
  return (request: Request, response: Response, next: NextFunction): void => {
    const name = (request.headers.host ?? '').replace(/:\d*$/, '').toLowerCase();
    if (names.has(name)) {
      next();
      return;
    }
    const message = `This is not known as “${name.slice(0, 100)}”. Open ${publicUrl}, or set PUBLIC_URL to the address that people type.`;
    refuse(request, response, 421, 'NAME_NOT_OURS', message);
  };
}
