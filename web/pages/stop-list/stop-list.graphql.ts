import { graphql } from '../../graphql.js';

export const HoldProposalsQuery = graphql(`
  query HoldProposals(
    $first: Int!
    $after: String
    $filter: HoldProposalFilter
    $sort: HoldProposalSort!
    $direction: SortDirection!
    $asOf: Day!
  ) {
    holdProposals(
      first: $first
      after: $after
      filter: $filter
      sort: $sort
      direction: $direction
      asOf: $asOf
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        grade
        oldestDaysPastDue
        customer { id name number }
        reasons { rule sentence }
        overdue { minor currency }
        balance { minor currency }
        creditLimit { minor currency }
      }
    }
  }
`);

export const DismissHoldProposal = graphql(`
  mutation DismissHoldProposal($input: DismissInput!) {
    dismissHoldProposal(input: $input)
  }
`);

export const CustomersOnHoldQuery = graphql(`
  query CustomersOnHold(
    $first: Int!
    $after: String
    $filter: OnHoldFilter
    $sort: OnHoldSort!
    $direction: SortDirection!
  ) {
    customersOnHold(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        customerId
        customer { id name number }
        overdue { minor currency }
        standing { state since reasons changedBy }
      }
    }
  }
`);
