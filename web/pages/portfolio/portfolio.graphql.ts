import { graphql } from '../../graphql.js';

export const PortfolioQuery = graphql(`
  query Portfolio($asOf: Day!) {
    portfolio(asOf: $asOf) {
      asOf
      currency
      total { minor currency }
      overdue { minor currency }
      unapplied { minor currency }
      overdueShare
      customersOwing
      openInvoices
      overdueInvoices
      sales90 { minor currency }
      dso
      bestPossibleDso
      countBackDso
      dueNext30 { minor currency }
      expectedLateNext30 { minor currency }
      expectedCashNext30 { expected { minor currency } ofOpen { minor currency } }
      concentration { top10Share }
      leftOut { currency total overdue invoices unapplied }
      topDebtors(first: 10) {
        customer { id name number }
        balance { minor currency }
        overdue { minor currency }
        oldestDaysPastDue
        share
      }
    }
  }
`);

export const AgingByGradeQuery = graphql(`
  query AgingByGrade($asOf: Day!, $by: AgingBasis!) {
    portfolio(asOf: $asOf) {
      currency
      agingByGrade(by: $by) {
        grade
        customers
        aging { current days1To30 days31To60 days61To90 over90 total }
      }
    }
  }
`);

export const HistoryQuery = graphql(`
  query OverdueHistory($asOf: Day!) {
    portfolio(asOf: $asOf) {
      currency
      total { minor }
      overdue { minor }
      history(months: 12) { on total overdue }
    }
  }
`);

export const ActTodayQuery = graphql(`
  query ActToday($asOf: Day!) {
    workList(first: 6, asOf: $asOf) {
      totalCount
      nodes {
        id
        kind
        reason
        customer { id name number }
        amount { minor currency }
      }
    }
  }
`);
