import { graphql } from '../graphql.js';

export const SearchQuery = graphql(`
  query Search($text: String!) {
    customers: search(text: $text, first: 5, filter: { kind: CUSTOMER }) {
      nodes { kind id title detail customerId }
    }
    invoices: search(text: $text, first: 5, filter: { kind: INVOICE }) {
      nodes { kind id title detail customerId }
    }
  }
`);
