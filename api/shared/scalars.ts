import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { isDay } from '../../analytics/index.js';

/** A literal of another kind, for the sentence that refuses it. */
const asWritten = (node: ValueNode): { toString(): string } => ({ toString: () => print(node) });

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });

function day(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw bad(`“${String(value)}” is not a day. Write it as 2026-11-22.`);
  return value;
}

/** Days never leave PostgreSQL’s `date` as anything but text, so there is no time zone to lose. */
export const DayScalar = new GraphQLScalarType<string>({
  name: 'Day',
  description: 'A day of the calendar, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : asWritten(node)),
});

export const InstantScalar = new GraphQLScalarType<Date | string>({
  name: 'Instant',
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});

function minorUnits(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw bad(
      `“${String(value)}” is not an amount in minor units. Send a whole number of cents, such as 125000 for 1,250.00.`,
    );
  }
  return number;
}

/** GraphQL’s Int ends at 2,147,483,647: 21 million in a currency with cents. */
export const MinorUnitsScalar = new GraphQLScalarType<number>({
  name: 'MinorUnits',
  description:
    'An amount in minor units (cents; none for JPY, thousandths for KWD): a whole number within ±9,007,199,254,740,991.',
  serialize: minorUnits,
  parseValue: minorUnits,
  parseLiteral: (node) => minorUnits(node.kind === Kind.INT ? Number(node.value) : asWritten(node)),
});

function literal(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]));
    case Kind.LIST:
      return node.values.map(literal);
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    default:
      return null;
  }
}

export const JsonScalar = new GraphQLScalarType<unknown>({
  name: 'JSON',
  description: 'Any JSON value, kept as it was given.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: literal,
});
