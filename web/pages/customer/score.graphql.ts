import { graphql } from '../../graphql.js';

export const AskForScoreReview = graphql(`
  mutation AskForScoreReview($input: AskForReviewInput!) {
    askForScoreReview(input: $input) { id }
  }
`);

export const ReviewScore = graphql(`
  mutation ReviewScore($input: ReviewScoreInput!) {
    reviewScore(input: $input) { grade holdsUntil }
  }
`);
