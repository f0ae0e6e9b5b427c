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

export const ChangePasswordAct = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      permissions
    }
  }
`);

export const SessionsQuery = graphql(`
  query Sessions($first: Int!, $after: String, $sort: SessionSort!, $direction: SortDirection!) {
    mySessions(first: $first, after: $after, sort: $sort, direction: $direction) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        beganAt
        seenAt
        origin
        isThisOne
      }
    }
  }
`);

export const EndSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);
