import { graphql } from '../graphql.js';

export const PutOnHold = graphql(`
  mutation PutOrdersOnHold($input: HoldInput!) {
    putOrdersOnHold(input: $input) {
      state
    }
  }
`);

export const Release = graphql(`
  mutation ReleaseHold($input: ReleaseInput!) {
    releaseHold(input: $input) {
      approval {
        id
      }
    }
  }
`);

/** Whether what was signed lets us. */
export const MayStopSupply = graphql(`
  query MayStopSupply($customerId: ID!) {
    customer(id: $customerId) {
      id
      contractCover(act: STOP_SUPPLY) { isCovered sentence }
    }
  }
`);
