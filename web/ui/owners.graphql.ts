import { graphql } from '../graphql.js';

export const OwnersQuery = graphql(`
  query Owners {
    owners(first: 200) {
      nodes { id name }
    }
  }
`);

export const SetOwner = graphql(`
  mutation SetOwner($input: OwnerInput!) {
    setOwner(input: $input) { owner { name } }
  }
`);
