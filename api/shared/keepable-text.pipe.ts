import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { BadInput } from './refusal.js';

/** A text that PostgreSQL would not give back as it was: with the sign 0, or with one half of a pair. */
const unkeepable = /\0|\p{Surrogate}/u;

@Injectable()
export class KeepableText implements PipeTransform {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    if (type === 'body' && holdsUnkeepable(value))
      throw new BadInput('A text holds a sign that cannot be kept: one with the code 0, or half of one. Take it out.');
    return value;
  }
}

const holdsUnkeepable = (value: unknown): boolean =>
  typeof value === 'string'
    ? unkeepable.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsUnkeepable);
