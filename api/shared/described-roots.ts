import type { GraphQLSchema } from 'graphql';

/** The framework makes the two root types by itself and takes no description for them. */
export function withDescribedRoots(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query)
    query.description = 'What can be asked. Nothing changes by asking, save that a reading of a credit check is kept.';
  if (mutation)
    mutation.description =
      'What can be done: each field is one act with one `input`, kept in the audit, and returns what it changed.';
  return schema;
}
