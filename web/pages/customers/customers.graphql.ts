import { graphql } from '../../graphql.js';

export const CustomersQuery = graphql(`
  query Customers(
    $first: Int!
    $after: String
    $search: String
    $filter: CustomerFilter
    $sort: CustomerSort!
    $direction: SortDirection!
    $asOf: Day!
  ) {
    customers(
      first: $first
      after: $after
      search: $search
      filter: $filter
      sort: $sort
      direction: $direction
      asOf: $asOf
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      withoutRate { currency customers }
      nodes {
        customer { id number name country currency stage termsDays leftOutOfReminders owner { name } }
        balance { minor currency }
        overdue { minor currency }
        oldestDaysPastDue
        points
        grade
        isThin
        standing
      }
    }
  }
`);
