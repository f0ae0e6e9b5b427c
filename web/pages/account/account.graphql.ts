import { graphql } from '../../graphql.js';

export const BeginSecondFactor = graphql(`
  mutation BeginSecondFactor($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) {
      uri
      secret
    }
  }
`);

export const ConfirmSecondFactor = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      recoveryCodes
    }
  }
`);

export const EndSecondFactor = graphql(`
  mutation EndSecondFactor($input: EndSecondFactorInput!) {
    endSecondFactor(input: $input)
  }
`);
