import { graphql } from '../../graphql.js';

export const DefaultEvidenceQuery = graphql(`
  query DefaultEvidence {
    defaultEvidence { sentence }
  }
`);

export const ScoreHistoryQuery = graphql(`
  query ScoreHistory($id: ID!, $asOf: Day!) {
    customer(id: $id) {
      id
      scoreHistory(first: 100, filter: { to: $asOf }) {
        totalCount
        nodes { scoredOn points grade moves { factor points sentence } }
      }
    }
  }
`);

export const ScoreReviewsQuery = graphql(`
  query ScoreReviews($id: ID!) {
    scoreReviews(first: 10, filter: { customerId: $id }) {
      totalCount
      nodes { id askedAt askedBy because pointsThen gradeThen reviewedAt reviewedBy reason grade holdsUntil }
    }
  }
`);

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
