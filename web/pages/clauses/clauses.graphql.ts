import { graphql, type ResultOf } from '../../graphql.js';

export const ClausesQuery = graphql(`
  query Clauses($first: Int!, $after: String, $sort: ClauseSort!, $direction: SortDirection!, $filter: ClauseFilter) {
    clauses(first: $first, after: $after, sort: $sort, direction: $direction, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { key country validOn title body sureness source setBy }
    }
  }
`);

export const SetClause = graphql(`
  mutation SetClause($input: ClauseInput!) {
    setClause(input: $input) { key country validOn }
  }
`);

export type Clause = ResultOf<typeof ClausesQuery>['clauses']['nodes'][number];
export const surenessText = { PUBLISHED: 'Law as published', ASSUMPTION: 'To be checked' } as const;
