import { graphql } from '../../graphql.js';

export const CustomerCreditChecksQuery = graphql(`
  query CustomerCreditChecks($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      creditChecks(first: $first, after: $after, sort: RECEIVED_AT, direction: DESC) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id provider reference reportedOn ageDays askedBy standsBecause }
      }
    }
  }
`);

export const TypeInCreditCheck = graphql(`
  mutation TypeInCreditCheck($input: TypeInCreditCheckInput!) {
    typeInCreditCheck(input: $input) { id customer { id name } }
  }
`);

export const ScalesQuery = graphql(`
  query Scales {
    bureauScales { key title from to higherIsBetter source }
  }
`);
