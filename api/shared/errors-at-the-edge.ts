import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException, Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { reference } from './current-request.js';
import { Refusal } from './refusal.js';
import { isUnreachable } from './unreachable.js';

const logger = new Logger('errors');

/** What GraphQL and Apollo refuse by themselves: the asker’s mistakes, told as they are. */
const ASKERS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_INPUT',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_COMPLEX',
]);

/** Words and brackets of a query. Ours have 400 at most; checking takes the square of them when all name one field. */
export const MOST_TOKENS = 5_000;

/** Values that no field forbids and PostgreSQL cannot hold, by its code. */
const REFUSED_VALUES: Record<string, string> = {
  '22021': 'A text holds a sign with the code 0, which cannot be kept. Take it out.',
  '22P05': 'A text holds a sign with the code 0, which cannot be kept. Take it out.',
  '22003': 'A number is larger than can be kept. Send a smaller one.',
};

export const NO_DATABASE =
  'The database does not answer. Nothing was changed; try again in a moment, and look at the server’s log if it goes on.';

/** A refusal is told as it is. Everything else is a bug: logged in full, shown as a reference. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const { path, locations } = formatted;
  if (error instanceof Refusal) {
    const fields = 'fields' in error ? { fields: error.fields } : {};
    return { message: error.message, path, locations, extensions: { code: error.code, ...fields } };
  }
  if (isInvalidInput(error)) return { message: sentences(error), path, locations, extensions: { code: 'BAD_INPUT' } };
  if (isUnreachable(error)) {
    logger.error(`database out of reach: ${(error as Error).message}`);
    return {
      message: NO_DATABASE,
      path,
      locations,
      extensions: { code: 'DATABASE_UNREACHABLE' },
    };
  }
  if (/contains more that \d+ tokens/.test(formatted.message))
    return {
      message: `The query has more than ${MOST_TOKENS} words and brackets. Ask for fewer fields.`,
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    };
  const refused = REFUSED_VALUES[String((error as { code?: unknown })?.code)];
  if (refused) return { message: refused, path, locations, extensions: { code: 'BAD_INPUT' } };
  if (ASKERS.has(String(formatted.extensions?.code)))
    return { message: formatted.message, path, locations, extensions: { code: formatted.extensions?.code } };
  const id = reference();
  logger.error(`${id} ${error instanceof Error ? error.stack : String(error)}`);
  return {
    message: `Something went wrong on our side. Nothing was half-done; tell whoever runs this the reference ${id}.`,
    path,
    locations,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference: id },
  };
}

/** What the validation of inputs throws. */
const isInvalidInput = (error: unknown): error is HttpException =>
  error instanceof HttpException && error.getStatus() === 400;

function sentences(error: HttpException): string {
  const { message } = error.getResponse() as { message: string | string[] };
  return `${[message].flat().join('. ')}.`;
}
