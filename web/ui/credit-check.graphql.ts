import { graphql } from '../graphql.js';

export const ProvidersQuery = graphql(`
  query CreditCheckProviders {
    creditCheckProviders { provider title isConfigured sentence reuseDays isPaid countries isAskedOnVetting }
  }
`);

export const RequestCreditCheck = graphql(`
  mutation RequestCreditCheck($input: RequestCreditCheckInput!) {
    requestCreditCheck(input: $input) {
      outcome
      sentence
      customer { id name }
      creditCheck { id provider reportedOn }
    }
  }
`);

/** Reading what a credit check says leaves an entry in the audit: it is asked on its own, when somebody wants to know. */
export const ReadCreditCheckQuery = graphql(`
  query ReadCreditCheck($customerId: ID!, $id: ID!) {
    customer(id: $customerId) {
      creditChecks(first: 1, filter: { id: $id }) {
        nodes { id report { sentences } }
      }
    }
  }
`);
