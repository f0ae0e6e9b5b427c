import { graphql } from '../../graphql.js';

const OfferParts = graphql(`
  fragment OfferParts on JudgedOffer @_unmask {
    depositShare
    termsDays
    billingPeriodDays
    depositMinor
    acceptance
    atRiskMinor
    marginMinor
    expectedLossMinor
    fundingMinor
    adminMinor
    profitMinor
    isWithinPolicy
    isNearlyBest
  }
`);

export const RecommendationParts = graphql(
  `
  fragment RecommendationParts on Recommendation @_unmask {
    outcome
    points
    grade
    pd
    base
    hardRule
    paymentTerms
    termsDays
    depositShare
    billingPeriodDays
    principalReasons
    findings { rule weight sentence entry detail }
    releaseRule
    reminderLadder
    lossGivenDefault
    validUntil
    instruments { key title reason }
    best { ...OfferParts }
    offers { ...OfferParts }
    levers { lever change outcome depositShare termsDays billingPeriodDays deposit { minor currency } limit { minor currency } profit { minor currency } }
    notes
    evidence { sentence invoices checkAgeDays pdLow pdHigh isTooThin }
    cardVersion
    policyVersion
    reasons { factor points sentence }
    limit { minor currency }
    limitParts { name explanation isBinding amount { minor currency } }
    requiredExposure { minor currency }
    exposureAtDefault { minor currency }
    expectedLoss { minor currency }
    deposit { minor currency }
  }
`,
  [OfferParts],
);

export const Vet = graphql(
  `
    mutation Vet($input: VetInput!) {
      vet(input: $input) {
        recommendation { ...RecommendationParts }
        decision { id customer { id name } }
        asking
      }
    }
  `,
  [RecommendationParts],
);

export const CustomerToVetQuery = graphql(`
  query CustomerToVet($id: ID!) {
    customer(id: $id) { id name entityType country currency registrationNumber }
  }
`);

export const BureauScalesQuery = graphql(`
  query BureauScales {
    bureauScales { key title measures from to higherIsBetter source }
  }
`);

export const DecisionsQuery = graphql(`
  query Decisions(
    $first: Int!
    $after: String
    $filter: DecisionFilter
    $sort: DecisionSort!
    $direction: SortDirection!
  ) {
    decisions(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        decidedOn
        decidedBy
        outcome
        override { ground reason askedBy approvedBy }
        offerOutcome { result note toldBy }
        customer { id name }
        offer { paymentTerms limit { minor currency } deposit { minor currency } }
        recommendation { outcome points grade termsDays paymentTerms limit { minor currency } deposit { minor currency } }
      }
    }
  }
`);

export const OverrideDecline = graphql(`
  mutation OverrideDecline($input: OverrideInput!) {
    overrideDecline(input: $input) {
      approval { id }
    }
  }
`);

export const AssumptionsQuery = graphql(`
  query Assumptions {
    policy {
      settings { key title value unit source isAssumption }
    }
  }
`);

export const SettleSanctionMatch = graphql(`
  mutation SettleSanctionMatch($input: SettleSanctionMatchInput!) {
    settleSanctionMatch(input: $input) { isSame }
  }
`);

export const TellOfferOutcome = graphql(`
  mutation TellOfferOutcome($input: OfferOutcomeInput!) {
    tellOfferOutcome(input: $input) {
      approval { id }
    }
  }
`);

export const AcceptanceQuery = graphql(`
  query Acceptance {
    acceptanceByDeposit { above upTo offers accepted assumed }
  }
`);
