import { graphql } from '../../graphql.js';

export const AuditQuery = graphql(`
  query Audit($first: Int!, $after: String, $filter: AuditFilter, $sort: AuditSort!, $direction: SortDirection!) {
    auditEntries(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id at actor origin action subjectType subjectId before after reason details hash }
    }
  }
`);
