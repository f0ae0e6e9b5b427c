import { graphql } from '../../graphql.js';

export const ExchangeRatesQuery = graphql(`
  query ExchangeRates(
    $first: Int!
    $after: String
    $filter: ExchangeRateFilter
    $sort: ExchangeRateSort!
    $direction: SortDirection!
  ) {
    book { currenciesWithoutRate }
    exchangeRates(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { currency toCurrency validOn rate source }
    }
  }
`);

export const SetReportingCurrency = graphql(`
  mutation SetReportingCurrency($input: ReportingCurrencyInput!) {
    setReportingCurrency(input: $input) { reportingCurrency currenciesWithoutRate }
  }
`);
