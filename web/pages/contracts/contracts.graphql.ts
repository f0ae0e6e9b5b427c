import { graphql } from '../../graphql.js';

export const ContractsQuery = graphql(`
  query CustomerContracts($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      name
      country
      contracts(first: $first, after: $after, sort: DRAWN_UP_ON, direction: DESC) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id drawnUpOn drawnUpBy signedOn signedToldBy clauses { key title } }
      }
    }
  }
`);

export const ApprovedDecisionsQuery = graphql(`
  query DecisionsForContract($id: ID!) {
    customer(id: $id) {
      id
      decisions(first: 20, sort: DECIDED_ON, direction: DESC) {
        nodes { id outcome decidedOn offer { paymentTerms limit { minor currency } deposit { minor currency } } recommendation { paymentTerms deposit { minor currency } limit { minor currency } } }
      }
    }
  }
`);

export const ProposalQuery = graphql(`
  query ContractProposal($customerId: ID!, $decisionId: ID!, $country: String, $suppliesGoods: Boolean!) {
    contractProposal(customerId: $customerId, decisionId: $decisionId, country: $country, suppliesGoods: $suppliesGoods) {
      supplier
      country
      note
      clauses { key title text country validOn because }
    }
  }
`);

export const DrawUpContract = graphql(`
  mutation DrawUpContract($input: DrawUpContractInput!) {
    drawUpContract(input: $input) { id drawnUpOn }
  }
`);

export const ContractSigned = graphql(`
  mutation ContractSigned($input: SignedContractInput!) {
    contractSigned(input: $input) { id signedOn }
  }
`);
