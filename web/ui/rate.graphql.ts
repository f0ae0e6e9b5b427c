import { graphql } from '../graphql.js';

export const SetRate = graphql(`
  mutation SetExchangeRate($input: ExchangeRateInput!) {
    setExchangeRate(input: $input) {
      currency
      toCurrency
      validOn
      rate
    }
  }
`);
