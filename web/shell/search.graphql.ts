import { graphql } from '../graphql.js';

export const SearchQuery = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 8) {
      kind
      id
      title
      detail
      customerId
    }
  }
`);
