import { graphql } from '../../graphql.js';

export const CreditApplicationsQuery = graphql(`
  query CreditApplications(
    $first: Int!
    $after: String
    $filter: CreditApplicationFilter
    $sort: CreditApplicationSort!
    $direction: SortDirection!
  ) {
    creditApplications(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id state companyName madeBy changedAt linkEndsAt }
    }
  }
`);

export const CreditApplicationQuery = graphql(`
  query CreditApplication($applicationId: ID!) {
    creditApplicationSupplier
    creditApplication(applicationId: $applicationId) {
      id
      state
      companyName
      linkEndsAt
      sentTo
      submittedAt
      consentedBy
      customerId
      answers { question text isFromProspect }
    }
  }
`);

export const KeepCreditApplication = graphql(`
  mutation KeepCreditApplication($input: CreditApplicationInput!) {
    keepCreditApplication(input: $input) { id companyName }
  }
`);

export const SendCreditApplication = graphql(`
  mutation SendCreditApplication($input: SendCreditApplicationInput!) {
    sendCreditApplication(input: $input) { link }
  }
`);
