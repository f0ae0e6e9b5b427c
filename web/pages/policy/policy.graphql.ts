import { graphql, type ResultOf } from '../../graphql.js';

export const PolicyQuery = graphql(`
  query Policy {
    policy {
      version
      madeBy
      madeAt
      approvedBy
      reason
      settings { key group title value unit source }
    }
  }
`);

export const PolicyDraftQuery = graphql(`
  query PolicyDraft {
    policyDraft {
      version
      madeBy
      madeAt
      reason
      settings { key title value unit source }
    }
  }
`);

export const PolicyChangesQuery = graphql(`
  query PolicyChanges($first: Int!, $after: String, $sort: PolicyChangeSort!, $direction: SortDirection!) {
    policyChanges(first: $first, after: $after, sort: $sort, direction: $direction) {
      customers
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        customer { id name }
        before { limit { minor currency } termsDays depositShare }
        after { limit { minor currency } termsDays depositShare }
      }
    }
  }
`);

export const PolicyOfferChangesQuery = graphql(`
  query PolicyOfferChanges($first: Int!, $after: String, $sort: PolicyOfferChangeSort!, $direction: SortDirection!) {
    policyOfferChanges(first: $first, after: $after, sort: $sort, direction: $direction) {
      decisions
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        decisionId
        decidedOn
        customer { id name }
        before { outcome termsDays billingPeriodDays limit { minor currency } deposit { minor currency } acceptance expectedProfit { minor currency } }
        after { outcome termsDays billingPeriodDays limit { minor currency } deposit { minor currency } acceptance expectedProfit { minor currency } }
      }
    }
  }
`);

export const DraftPolicy = graphql(`
  mutation DraftPolicy($input: DraftPolicyInput!) {
    draftPolicy(input: $input) { version }
  }
`);

export const DiscardPolicyDraft = graphql(`
  mutation DiscardPolicyDraft {
    discardPolicyDraft
  }
`);

export const ActivatePolicy = graphql(`
  mutation ActivatePolicy {
    activatePolicy { approval { id } }
  }
`);

export type Setting = ResultOf<typeof PolicyQuery>['policy']['settings'][number];
export type Draft = NonNullable<ResultOf<typeof PolicyDraftQuery>['policyDraft']>;
