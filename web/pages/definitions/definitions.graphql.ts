import { graphql, type ResultOf } from '../../graphql.js';

export const DefinitionQuery = graphql(`
  query Definition {
    defaultEvidence {
      sentence
      customers
      definition { validOn daysPastDue floorMajor countsInsolvency countsWriteOff countsHandedOver reason setBy approvedBy }
    }
  }
`);

export const DefinitionWaitingQuery = graphql(`
  query DefinitionWaiting {
    approvals(first: 1, filter: { state: WAITING, action: SET_DEFAULT_DEFINITION }) { nodes { id summary askedBy } }
  }
`);

export const DefaultPreviewQuery = graphql(`
  query DefaultPreview($input: DefaultDefinitionInput!) {
    defaultPreview(input: $input) { asOf customers added gone causes { cause customers } }
  }
`);

export const SetDefaultDefinition = graphql(`
  mutation SetDefaultDefinition($input: DefaultDefinitionInput!) {
    setDefaultDefinition(input: $input) { approval { id } }
  }
`);

export const ScalesQuery = graphql(`
  query Scales {
    bureauScales { key title measures validOn bands { lo hi label pd } notScored sureness source }
  }
`);

export const SetBureauScale = graphql(`
  mutation SetBureauScale($input: BureauScaleInput!) {
    setBureauScale(input: $input) { key validOn }
  }
`);

export const ReuseQuery = graphql(`
  query Reuse {
    creditCheckProviders { provider title reuseDays isAskedOnVetting isPaid reuseSince reuseReason }
  }
`);

export const SetReuse = graphql(`
  mutation SetReuse($input: CreditCheckReuseInput!) {
    setCreditCheckReuse(input: $input) { provider reuseDays }
  }
`);

export type Definition = ResultOf<typeof DefinitionQuery>['defaultEvidence']['definition'];
export type Scale = ResultOf<typeof ScalesQuery>['bureauScales'][number];
export type Reuse = ResultOf<typeof ReuseQuery>['creditCheckProviders'][number];
export type Preview = ResultOf<typeof DefaultPreviewQuery>['defaultPreview'];
