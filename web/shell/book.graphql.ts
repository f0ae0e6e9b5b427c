import { graphql } from '../graphql.js';

export const BookQuery = graphql(`
  query Book {
    book {
      reportingCurrency
      isDemo
      customerCount
      invoiceCount
      newestEntryOn
      suggestedAsOf
      today
      currencies
    }
  }
`);
