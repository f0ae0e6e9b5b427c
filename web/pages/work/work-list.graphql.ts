import { graphql } from '../../graphql.js';

export const WorkListQuery = graphql(`
  query WorkList(
    $first: Int!
    $after: String
    $filter: WorkItemFilter
    $sort: WorkItemSort!
    $direction: SortDirection!
    $asOf: Day!
  ) {
    workList(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction, asOf: $asOf) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        kind
        reason
        customer { id name number }
        amount { minor currency }
      }
    }
  }
`);
