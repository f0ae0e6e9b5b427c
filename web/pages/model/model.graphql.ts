import { graphql, type ResultOf } from '../../graphql.js';

export const ModelsQuery = graphql(`
  query Models {
    models(first: 12, sort: VERSION, direction: DESC) {
      totalCount
      nodes {
        id
        kind
        version
        state
        checksum
        problem
        objections
        trainedOn
        trainedAt
        trainedBy
        inForceSince
        putInForceBy
        retiredAt
        championThen { version meanAbsoluteError late { cases rate auc ks brier logLoss calibrationError } }
        promotion { id state reason askedBy askedAt decidedBy decidedAt note isMine }
      }
    }
  }
`);

export const ModelCardQuery = graphql(`
  query ModelCard($state: ModelState!) {
    models(first: 1, filter: { state: $state }) {
      nodes {
        id
        version
        problem
        card {
          definition
          holidaysOf
          caveats
          window { from knownOn customers invoices open leftOut copies }
          habit
          tables { term title moves rows { reading effect } }
          validation {
            split
            predicted
            notScored
            ways { way meanAbsoluteError late { cases rate auc ks brier logLoss calibrationError } }
            delays {
              moreThanDays
              roc { falseAlarms found }
              calibration { cases told happened low high }
              lift { cases rate lift foundSoFar }
              distribution { from yes no }
            }
            segments { by name cases rate auc brier calibrationError }
            drift { month cases stability }
          }
        }
      }
    }
  }
`);

export const AskForPromotion = graphql(`
  mutation AskForPromotion($input: PromotionInput!) {
    askForPromotion(input: $input) { id }
  }
`);

export const ApprovePromotion = graphql(`
  mutation ApprovePromotion($input: DecidePromotionInput!) {
    approvePromotion(input: $input) { id }
  }
`);

export const RefusePromotion = graphql(`
  mutation RefusePromotion($input: DecidePromotionInput!) {
    refusePromotion(input: $input) { id }
  }
`);

export const WithdrawPromotion = graphql(`
  mutation WithdrawPromotion($input: DecidePromotionInput!) {
    withdrawPromotion(input: $input) { id }
  }
`);

export type ModelRow = ResultOf<typeof ModelsQuery>['models']['nodes'][number];
export type Card = NonNullable<ResultOf<typeof ModelCardQuery>['models']['nodes'][number]['card']>;
export type Validation = Card['validation'];

export const ScorecardQuery = graphql(`
  query Scorecard {
    scorecard {
      version
      from
      source
      isFitted
      evidence
      base
      assumptions
      factors { key title isHabit rows { reading points } }
      measured { on customers defaults auc ks brier calibrationError aucOfTruth }
    }
  }
`);

export const FittedScorecardsQuery = graphql(`
  query FittedScorecards {
    models(first: 12, filter: { kind: DEFAULT }) {
      totalCount
      nodes {
        id
        kind
        version
        state
        checksum
        problem
        objections
        trainedOn
        trainedAt
        trainedBy
        inForceSince
        putInForceBy
        retiredAt
        championThen { version meanAbsoluteError late { cases rate auc ks brier logLoss calibrationError } }
        promotion { id state reason askedBy askedAt decidedBy decidedAt note isMine }
      }
    }
  }
`);

export const FittedScorecardQuery = graphql(`
  query FittedScorecard($state: ModelState!) {
    models(first: 1, filter: { kind: DEFAULT, state: $state }) {
      nodes {
        id
        fittedScorecard {
          name
          definition
          days { on customers defaults }
          base
          factors { key title isHabit rows { reading points } }
          leftOut
          measuredOn
          customers
          defaults
          besideVersion
          ways { way cases rate auc gini ks brier logLoss calibrationError }
          roc { falseAlarms found }
          calibration { cases told happened low high }
          lift { cases rate lift foundSoFar }
          parts { by name customers defaults told auc }
          drift { on cases stability }
          caveats
        }
      }
    }
  }
`);

export type Scorecard = ResultOf<typeof ScorecardQuery>['scorecard'];
export type FittedScorecard = NonNullable<
  ResultOf<typeof FittedScorecardQuery>['models']['nodes'][number]['fittedScorecard']
>;
