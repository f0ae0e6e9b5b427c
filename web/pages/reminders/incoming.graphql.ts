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
      nodes { id kind receivedAt from subject text detail toMessage pauseId customer { id name } }
    }
  }
`);

export const EndPause = graphql(`
  mutation EndPause($input: EndPauseInput!) {
    endReminderPause(input: $input) { id endedAt }
  }
`);
