import { graphql, type ResultOf } from '../../graphql.js';

export const TemplatesQuery = graphql(`
  query Templates($first: Int!, $after: String, $filter: TemplateFilter) {
    reminderTemplates(first: $first, after: $after, filter: $filter, sort: SITUATION, direction: ASC) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id language situation step subject body shortText setBy setAt isNewest }
    }
  }
`);

export const PreviewTemplate = graphql(`
  query PreviewTemplate($input: TryTemplateInput!) {
    previewReminderTemplate(input: $input) { customerName to subject text html shortText segments }
  }
`);

export const SetTemplate = graphql(`
  mutation SetTemplate($input: ReminderTemplateInput!) {
    setReminderTemplate(input: $input) { id }
  }
`);

export const SendTest = graphql(`
  mutation SendTest($input: TryTemplateInput!) {
    sendTestReminder(input: $input) { to }
  }
`);

export type Template = ResultOf<typeof TemplatesQuery>['reminderTemplates']['nodes'][number];
export const languageText = { EN: 'English', DE: 'German' } as const;
export const situationText = {
  BEFORE_ONE: 'One falls due',
  BEFORE_SEVERAL: 'Several fall due',
  OVERDUE_ONE: 'One was due',
  OVERDUE_SEVERAL: 'Several were due',
  BOTH: 'Some were due, others fall due',
} as const;

export const TemplateComparisonsQuery = graphql(`
  query TemplateComparisons($first: Int!, $after: String) {
    templateComparisons(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id language situation step begunAt begunBy endedAt endedBy keepsSecond reason
        first { subject }
        second { subject body shortText }
        result {
          verdict uplift interval anyDayInterval daysEarlier daysEarlierInterval
          first { customers invoices paidInTime }
          second { customers invoices paidInTime }
        }
      }
    }
  }
`);

export const CompareTemplate = graphql(`
  mutation CompareTemplate($input: ReminderTemplateInput!) {
    compareReminderTemplate(input: $input) { id }
  }
`);

export const EndTemplateComparison = graphql(`
  mutation EndTemplateComparison($input: EndComparisonInput!) {
    endTemplateComparison(input: $input) { id keepsSecond }
  }
`);

export type Comparison = ResultOf<typeof TemplateComparisonsQuery>['templateComparisons']['nodes'][number];
