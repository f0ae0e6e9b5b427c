import { graphql } from '../../graphql.js';

export const PeopleQuery = graphql(`
  query People($first: Int!, $after: String, $sort: PersonSort!, $direction: SortDirection!, $filter: PersonFilter) {
    people(first: $first, after: $after, sort: $sort, direction: $direction, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        email
        role
        isActive
        isDemo
        hasSecondFactor
        linkShownTo
      }
    }
    signInWays {
      mailsLinks
    }
  }
`);

export const AddPerson = graphql(`
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) {
      link
    }
  }
`);

export const ChangePerson = graphql(`
  mutation ChangePerson($input: ChangePersonInput!) {
    changePerson(input: $input) {
      id
    }
  }
`);

export const MakePasswordLink = graphql(`
  mutation MakePasswordLink($personId: ID!) {
    makePasswordLink(personId: $personId)
  }
`);

export const RemoveSecondFactor = graphql(`
  mutation RemoveSecondFactor($personId: ID!) {
    removeSecondFactor(personId: $personId) {
      id
    }
  }
`);

export const KeysQuery = graphql(`
  query Keys($first: Int!, $after: String, $sort: ApiKeySort!, $direction: SortDirection!) {
    apiKeys(first: $first, after: $after, sort: $sort, direction: $direction) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        prefix
        permissions
        madeBy
        expiresAt
        lastUsedAt
        revokedAt
        isUsable
      }
    }
    keyPermissions {
      code
      says
    }
  }
`);

export const MakeKey = graphql(`
  mutation MakeKey($input: MakeApiKeyInput!) {
    makeApiKey(input: $input) {
      key
    }
  }
`);

export const RevokeKey = graphql(`
  mutation RevokeKey($id: ID!) {
    revokeApiKey(id: $id) {
      id
    }
  }
`);

export const SignOutPerson = graphql(`
  mutation SignOutPerson($personId: ID!) {
    signOutPerson(personId: $personId)
  }
`);
