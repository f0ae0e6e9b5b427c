import { graphql } from '../../graphql.js';

export const RetentionTimesQuery = graphql(`
  query RetentionTimes {
    retentionTimes { what days validOn reason }
  }
`);

export const SetRetention = graphql(`
  mutation SetRetention($input: RetentionInput!) {
    setRetention(input: $input) { what days validOn }
  }
`);
