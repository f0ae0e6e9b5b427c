import { graphql } from '../../graphql.js';

export const ApprovalsQuery = graphql(`
  query Approvals($first: Int!, $after: String, $sort: ApprovalSort!, $direction: SortDirection!, $filter: ApprovalFilter) {
    approvals(first: $first, after: $after, sort: $sort, direction: $direction, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        action
        summary
        reason
        state
        askedBy
        askedAt
        decidedBy
        decidedAt
        note
        isMine
        amount {
          minor
          currency
        }
        customer {
          id
          name
        }
      }
    }
  }
`);

export const Approve = graphql(`
  mutation Approve($input: DecideApprovalInput!) {
    approve(input: $input) {
      id
    }
  }
`);

export const RefuseApproval = graphql(`
  mutation RefuseApproval($input: DecideApprovalInput!) {
    refuseApproval(input: $input) {
      id
    }
  }
`);

export const WithdrawApproval = graphql(`
  mutation WithdrawApproval($input: DecideApprovalInput!) {
    withdrawApproval(input: $input) {
      id
    }
  }
`);
