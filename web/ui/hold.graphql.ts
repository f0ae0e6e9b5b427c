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
