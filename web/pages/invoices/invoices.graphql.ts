import { graphql } from '../../graphql.js';

export const InvoicesQuery = graphql(`
  query Invoices(
    $first: Int!
    $after: String
    $filter: InvoiceFilter
    $sort: InvoiceSort!
    $direction: SortDirection!
    $asOf: Day!
  ) {
    invoices(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction, asOf: $asOf) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        number
        issuedOn
        dueOn
        settledOn
        daysLate
        isDisputed
        daysPastDue(asOf: $asOf)
        amount { minor currency }
        open(asOf: $asOf) { minor currency }
        lateness(asOf: $asOf) { late late7 late30 expectedDaysLate expectedOn scoredOn standsBecause reasons { sentence } }
        noLateness(asOf: $asOf)
        customer { id name number }
      }
    }
  }
`);
