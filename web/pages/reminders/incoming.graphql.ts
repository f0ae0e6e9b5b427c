import { graphql } from '../../graphql.js';

export const IncomingMailQuery = graphql(`
  query IncomingMail(
    $first: Int!
    $after: String
    $filter: IncomingMailFilter
    $sort: IncomingMailSort!
    $direction: SortDirection!
  ) {
    incomingMail(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id kind receivedAt from subject text detail toMessage pauseId restingToo customer { id name } }
    }
  }
`);

export const AnswerRead = graphql(`
  mutation AnswerRead($input: AnswerReadInput!) {
    answerRead(input: $input) { id pauseId restingToo }
  }
`);

export const PausesQuery = graphql(`
  query Pauses($first: Int!, $after: String, $filter: PauseFilter, $sort: PauseSort!, $direction: SortDirection!) {
    reminderPauses(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id reason fromOn untilOn note setBy isOpen endedAt endedBy
        customer { id name }
        invoice { number }
      }
    }
  }
`);
