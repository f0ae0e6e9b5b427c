import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type SelectionSetNode, visit } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { perRow } from './cost.js';

/** The dearest question of our own, a year of months, costs about 2,850; four times that. */
const MOST_COST = 12_000;
/** Our deepest document has 7 levels. */
const MOST_DEPTH = 12;
/** Our own documents have a handful, the tools of others a few dozen; each is the same work once more. */
const MOST_ALIASES = 100;

/** Refuses a question that would cost too much before any of it runs. */
@Plugin()
export class ComplexityPlugin implements ApolloServerPlugin {
  constructor(private readonly host: GraphQLSchemaHost) {}

  async requestDidStart(): Promise<GraphQLRequestListener<object>> {
    const schema = () => this.host.schema;
    return {
      async didResolveOperation({ request, document, operation }) {
        if (operation?.operation === 'subscription')
          throw refused(
            'BAD_USER_INPUT',
            'Nothing can be subscribed to here. Ask with a query, again when you need to.',
          );
        const { levels, renamed } = shapeOf(document);
        if (levels > MOST_DEPTH)
          throw refused(
            'QUERY_TOO_DEEP',
            `The query is ${levels} levels deep; ${MOST_DEPTH} is the most. Ask for the inner part in a query of its own.`,
          );
        if (renamed > MOST_ALIASES)
          throw refused(
            'QUERY_TOO_COMPLEX',
            `The query gives ${renamed} fields another name; ${MOST_ALIASES} is the most. Ask in several queries.`,
          );
        const cost = costOf(schema(), document, request.operationName, request.variables ?? {});
        if (cost > MOST_COST)
          throw refused(
            'QUERY_TOO_COMPLEX',
            `The query would cost ${cost}; ${MOST_COST} is the most. Ask for fewer rows (first) or fewer fields.`,
          );
      },
    };
  }
}

const refused = (code: string, sentence: string) =>
  new GraphQLError(sentence, { extensions: { code, http: { status: 400 } } });

/** Fragments that spread each other twice over would be counted for ever: the count ends, and so does the question. */
function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): number {
  const estimators = [fieldExtensionsEstimator(), perRow, simpleEstimator({ defaultComplexity: 1 })];
  try {
    return getComplexity({ schema, query, operationName, variables, estimators, maxQueryNodes: MOST_COST });
  } catch (error) {
    const { message } = error as Error;
    if (/maximum allowed number of nodes/.test(message))
      throw refused('QUERY_TOO_COMPLEX', `The query has more than ${MOST_COST} fields. Ask for fewer in one query.`);
    // A variable that is missing or of another kind; some say by themselves that it is the asker’s mistake.
    if (error instanceof GraphQLError && !error.extensions.code) throw refused('BAD_USER_INPUT', message);
    throw error;
  }
}

const shapes = new WeakMap<DocumentNode, { levels: number; renamed: number }>();

/** Of a document that was asked before it is known. */
function shapeOf(document: DocumentNode) {
  let shape = shapes.get(document);
  if (!shape) {
    shape = { levels: depth(document), renamed: aliases(document) };
    shapes.set(document, shape);
  }
  return shape;
}

function aliases(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias) count += 1;
    },
  });
  return count;
}

/** Levels of the deepest selection; a fragment that names itself was refused before by validation. */
function depth(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  const known = new Map<string, number>();
  const below = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((each) => {
        // The question what the schema is goes deep by nature, and is off in production.
        if (each.kind === Kind.FIELD) return each.name.value.startsWith('__') ? 1 : 1 + below(each.selectionSet);
        if (each.kind === Kind.INLINE_FRAGMENT) return below(each.selectionSet);
        const name = each.name.value;
        const levels = known.get(name) ?? below(fragments.get(name));
        known.set(name, levels);
        return levels;
      }),
    );
  return Math.max(
    0,
    ...document.definitions.map((each) => (each.kind === Kind.OPERATION_DEFINITION ? below(each.selectionSet) : 0)),
  );
}
