import { applyDecorators, Logger, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema, isObjectType } from 'graphql';
import type { Caller } from '../shared/caller.js';
import { NotAllowed, NotSignedIn, SecondFactorMissing } from './auth.errors.js';
import { type Permission, permissions } from './permissions.js';

/** `anyone`: also who has not signed in. `signed in`: whoever has. */
export type Allowed = Permission | 'signed in' | 'anyone';
export const ALLOWED = 'allowed';

/** Says who may ask this field of the schema, or this address. */
export const Allow = (allowed: Allowed): MethodDecorator & PropertyDecorator =>
  applyDecorators(Extensions({ [ALLOWED]: allowed }), SetMetadata(ALLOWED, allowed)) as MethodDecorator &
    PropertyDecorator;

/** Refuses whoever may not. */
export function mustBeAllowed(allowed: Allowed, caller: Caller | undefined): void {
  if (allowed === 'anyone') return;
  if (!caller?.isKnown) throw new NotSignedIn();
  if (allowed !== 'signed in' && caller.lacksSecondFactor) throw new SecondFactorMissing();
  if (allowed !== 'signed in' && !caller.may(allowed)) throw new NotAllowed(permissions[allowed]);
}

const logger = new Logger('allowed');
const logged = new WeakSet<object>();
/** Once a request: a list asks a field of each of its rows. */
function logOnce(request: object | undefined, error: unknown): void {
  if (request && logged.has(request)) return;
  if (request) logged.add(request);
  logger.error(error);
}

type Asked = { req?: { caller?: Caller } };

/** Puts a guard before every field that names who may ask it; a root field that names nobody ends the start. */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
  const open: string[] = [];
  const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const allowed = field.extensions[ALLOWED] as Allowed | undefined;
      if (allowed) guard(field, allowed);
      else if (roots.has(type)) open.push(`${type.name}.${field.name}`);
    }
  }
  if (open.length > 0) throw new Error(`Nobody is named with @Allow for ${open.join(', ')}`);
  return schema;
}

function guard(field: Pick<GraphQLFieldConfig<unknown, Asked>, 'resolve'>, allowed: Allowed): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    try {
      mustBeAllowed(allowed, context.req?.caller);
    } catch (error) {
      logOnce(context.req, error);
      throw error;
    }
    return resolve(source, args, context, info);
  };
}
