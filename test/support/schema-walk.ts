import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Asker } from './asker.js';

/** A value that the type takes: the simplest there is. `given` says what named arguments and fields are to be. */
function simplest(type: GraphQLInputType, name: string, given: Record<string, string>): string {
  if (given[name] !== undefined) return given[name];
  if (isNonNullType(type)) return simplest(type.ofType, name, given);
  if (isListType(type)) return `[${simplest(type.ofType, name, given)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${simplest(field.type, field.name, given)}`).join(', ')} }`;
  }
  const simple: Record<string, string> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    ID: '"1"',
    Day: '"2026-11-22"',
    MinorUnits: '100',
  };
  return simple[type.name] ?? '"x"';
}

/**
 * Asks for a field and for everything below it, so many levels deep; lists of many by five rows. The same type is not
 * entered twice on the way down.
 */
export function questionFor(
  field: GraphQLField<unknown, unknown>,
  levels: number,
  given: Record<string, string> = {},
  seen: readonly string[] = [],
  leaveOut: ReadonlySet<string> = new Set(),
): string {
  const args = field.args
    .filter((argument) => isRequiredArgument(argument) || argument.name === 'first' || given[argument.name])
    .map(
      (argument) =>
        `${argument.name}: ${argument.name === 'first' ? '5' : simplest(argument.type, argument.name, given)}`,
    );
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection(field.type, levels, seen, leaveOut)}`;
}

/** Everything that can be asked of a field, as deep as the cost allows; `leaveOut` names types and fields: `Customer.score`. */
export async function everything(
  asker: Pick<Asker, 'ask'>,
  field: GraphQLField<unknown, unknown>,
  given: Record<string, string>,
  leaveOut?: ReadonlySet<string>,
) {
  for (let levels = 5; levels >= 0; levels--) {
    const answer = await asker.ask(`{ ${questionFor(field, levels, given, [], leaveOut)} }`);
    if (answer.errors?.[0]?.extensions.code !== 'QUERY_TOO_COMPLEX') return answer;
  }
  throw new Error(`${field.name} is too dear even by itself`);
}

/** Everything below a type, so many levels deep, but for fields that are left out. */
export function selection(
  type: GraphQLOutputType,
  levels: number,
  seen: readonly string[] = [],
  leaveOut: ReadonlySet<string> = new Set(),
): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const path = [...seen, named.name];
  const below = Object.values(named.getFields())
    .filter((field) => {
      const of = getNamedType(field.type);
      if (leaveOut.has(`${named.name}.${field.name}`)) return false;
      return !isObjectType(of) || (levels > 0 && !path.includes(of.name));
    })
    .map((field) => questionFor(field, levels - 1, {}, path, leaveOut));
  return ` { ${['__typename', ...below].join(' ')} }`;
}

/** Where a text can be given to a field: `input.note`, `filter.search`; keys are texts as well. */
export const textsOf = (field: GraphQLField<unknown, unknown>): string[] =>
  field.args.flatMap((argument) => textsBelow(argument, []));

function textsBelow({ name, type }: GraphQLArgument | GraphQLInputField, above: readonly string[]): string[] {
  const named = getNamedType(type);
  const path = [...above, name];
  if (isInputObjectType(named)) return Object.values(named.getFields()).flatMap((field) => textsBelow(field, path));
  return ['String', 'ID'].includes(named.name) ? [path.join('.')] : [];
}

/** The arguments of a field with a text at one place; what it needs besides is given by name, or the simplest there is. */
export const argumentsWith = (
  field: GraphQLField<unknown, unknown>,
  place: string,
  text: string,
  given: Record<string, unknown>,
): Record<string, unknown> => valuesWith(field.args, place.split('.'), text, given);

function valuesWith(
  fields: readonly (GraphQLArgument | GraphQLInputField)[],
  [next, ...below]: string[],
  text: string,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const needed = fields.filter(
    (field) =>
      field.name === next || field.name in given || (isNonNullType(field.type) && field.defaultValue === undefined),
  );
  return Object.fromEntries(
    needed.map((field) => [field.name, valueWith(field, field.name === next ? below : null, text, given)]),
  );
}

function valueWith(
  { name, type }: GraphQLArgument | GraphQLInputField,
  below: string[] | null,
  text: string,
  given: Record<string, unknown>,
): unknown {
  const named = getNamedType(type);
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  const of = () => {
    if (isInputObjectType(named)) return valuesWith(Object.values(named.getFields()), below ?? [], text, given);
    if (below) return text;
    if (name in given) return given[name];
    if (isEnumType(named)) return named.getValues()[0]?.name;
    return { Int: 1, Float: 1, Boolean: true, MinorUnits: 100, Day: '2026-11-22' }[named.name] ?? '1';
  };
  return isList ? [of()] : of();
}
