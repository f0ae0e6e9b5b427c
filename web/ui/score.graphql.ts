import { graphql } from '../graphql.js';

export const ScoredOnQuery = graphql(`
  query ScoredOn($asOf: Day!) {
    book {
      scoredOn(asOf: $asOf)
    }
  }
`);

export const ScoreBook = graphql(`
  mutation ScoreBook($input: ScoreBookInput!) {
    scoreBook(input: $input) {
      asOf
      customers
      seconds
    }
  }
`);
