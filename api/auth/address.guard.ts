import { type CanActivate, type ExecutionContext, HttpException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Refusal } from '../shared/refusal.js';
import { ALLOWED, type Allowed, mustBeAllowed } from './allow.js';
import { NotSignedIn } from './auth.errors.js';

/** The same question before the addresses that are not GraphQL; one that names nobody lets nobody in. */
@Injectable()
export class AddressGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const handler = context.getHandler();
    const allowed = this.reflector.get<Allowed | undefined>(ALLOWED, handler);
    if (!allowed) throw new Error(`Nobody is named with @Allow for ${handler.name}`);
    try {
      mustBeAllowed(allowed, context.switchToHttp().getRequest<Request>().caller);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message } = error;
      throw new HttpException({ code, message }, error instanceof NotSignedIn ? 401 : 403);
    }
    return true;
  }
}
