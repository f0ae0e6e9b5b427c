import { Injectable, type PipeTransform } from '@nestjs/common';

/**
 * In GraphQL whoever leaves a field out may as well send null, and many clients do: the services see one of the two.
 */
@Injectable()
export class NullIsNotGiven implements PipeTransform {
  transform(value: unknown): unknown {
    return withoutNulls(value);
  }
}

function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value) || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, withoutNulls(each)]])),
  );
}
