import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';

/** In GraphQL whoever leaves a field out may as well send null, and many clients do: the services see one of the two. */
@Injectable()
export class NullIsNotGiven implements PipeTransform {
  /** `body` is Nest’s word for the arguments of a GraphQL field; the request passes here too. */
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    return type === 'body' ? withoutNulls(value) : value;
  }
}

function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value) || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, withoutNulls(each)]])),
  );
}
