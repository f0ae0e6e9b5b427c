import { graphql } from '../../graphql.js';

export const AuthoritiesQuery = graphql(`
  query Authorities {
    authorities {
      action
      role
      validFrom
      source
      aloneUpTo { minor currency }
      approvesUpTo { minor currency }
    }
  }
`);

export const SetAuthority = graphql(`
  mutation SetAuthority($input: AuthorityInput!) {
    setAuthority(input: $input) { action role }
  }
`);
