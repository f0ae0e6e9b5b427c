import { graphql } from '../graphql.js';

export const SegmentsQuery = graphql(`
  query Segments { book { segments } }
`);
