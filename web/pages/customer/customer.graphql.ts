import { graphql } from '../../graphql.js';

export const CustomerQuery = graphql(`
  query Customer($id: ID!, $asOf: Day!) {
    defaultEvidence { sentence }
    scoreReviews(first: 10, filter: { customerId: $id }) {
      nodes { id askedAt askedBy because pointsThen gradeThen reviewedAt reviewedBy reason grade holdsUntil }
    }
    reminderPauses(first: 20, filter: { customerId: $id, isOpen: true }) {
      nodes { id reason fromOn untilOn note setBy invoice { number } }
    }
    customer(id: $id) {
      id
      number
      name
      stage
      entityType
      country
      currency
      registrationNumber
      segment
      termsDays
      leftOutOfReminders
      scoreNotice
      creditLimit { minor currency }
      depositHeld { minor currency }
      depositToRelease { amount { minor currency } reason }
      agreement {
        agreedOn
        reviewOn
        releaseRule
        termsDays
        billingPeriodDays
        reminderLadder
        limit { minor currency }
        deposit { minor currency }
      }
      parent { id name }
      owner { id name }
      contacts(first: 50) { totalCount nodes { id name email phone postalAddress role mailState } }
      standing { state since reasons changedBy }
      balance(asOf: $asOf) { minor currency }
      overdue(asOf: $asOf) { minor currency }
      oldestDaysPastDue(asOf: $asOf)
      aging(asOf: $asOf) { currency current days1To30 days31To60 days61To90 over90 unapplied total }
      chanceOfLate(asOf: $asOf) { share isByModel invoices }
      score(asOf: $asOf) {
        points
        grade
        pd
        lateProbability
        expectedDaysLate
        invoices
        isThin
        base
        scoredOn
        knownOn
        cardVersion
        isTooThin
        standsBecause
        pdRange { low high }
        blend { sentence reportedOn ageDays }
        nextGrade { grade points changes { sentence } }
        reasons { factor points sentence }
      }
      scoreHistory(first: 100, filter: { to: $asOf }) {
        nodes { scoredOn points grade moves { factor points sentence } }
      }
      daysLate(asOf: $asOf, first: 200) { nodes { invoiceNumber dueOn settledOn daysLate } }
      unpaid: invoices(first: 50, filter: { isOverdue: true }, sort: DUE_ON, direction: ASC, asOf: $asOf) {
        totalCount
        nodes { number dueOn daysPastDue(asOf: $asOf) }
      }
    }
  }
`);

export const CustomerDecisionsQuery = graphql(`
  query CustomerDecisions(
    $id: ID!
    $first: Int!
    $after: String
    $sort: DecisionSort!
    $direction: SortDirection!
  ) {
    customer(id: $id) {
      id
      decisions(first: $first, after: $after, sort: $sort, direction: $direction) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          decidedOn
          decidedBy
          outcome
          offer { paymentTerms limit { minor currency } deposit { minor currency } }
          recommendation { points grade paymentTerms limit { minor currency } deposit { minor currency } evidence { sentence checkAgeDays } }
        }
      }
    }
  }
`);

export const CustomerInvoicesQuery = graphql(`
  query CustomerInvoices(
    $id: ID!
    $first: Int!
    $after: String
    $filter: InvoiceFilter
    $sort: InvoiceSort!
    $direction: SortDirection!
    $asOf: Day!
  ) {
    customer(id: $id) {
      id
      invoices(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction, asOf: $asOf) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          number
          issuedOn
          dueOn
          settledOn
          daysLate
          isDisputed
          daysPastDue(asOf: $asOf)
          amount { minor currency }
          open(asOf: $asOf) { minor currency }
          lateness(asOf: $asOf) { late late7 late30 expectedDaysLate expectedOn scoredOn standsBecause reasons { sentence } }
          noLateness(asOf: $asOf)
        }
      }
    }
  }
`);

export const CustomerCreditsQuery = graphql(`
  query CustomerCredits($id: ID!, $first: Int!, $after: String, $sort: CreditSort!, $direction: SortDirection!) {
    customer(id: $id) {
      id
      credits(first: $first, after: $after, sort: $sort, direction: $direction) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          number
          kind
          datedOn
          amount { minor currency }
          unapplied { minor currency }
        }
      }
    }
  }
`);

export const TimelineQuery = graphql(`
  query CustomerTimeline($id: ID!, $first: Int!, $filter: TimelineFilter, $asOf: Day!) {
    customer(id: $id) {
      id
      timeline(first: $first, filter: $filter, asOf: $asOf) {
        totalCount
        pageInfo { hasNextPage }
        nodes { id on kind title amount { minor currency } }
      }
    }
  }
`);

export const CanSupplyQuery = graphql(`
  query CanSupply($customerId: ID!, $amountMinor: MinorUnits!, $currency: String!) {
    canSupply(customerId: $customerId, amountMinor: $amountMinor, currency: $currency) {
      allowed
      reason
      code
      exposureAfter { minor currency }
      creditLimit { minor currency }
    }
  }
`);

export const SetCreditLimit = graphql(`
  mutation SetCreditLimit($input: CreditLimitInput!) {
    setCreditLimit(input: $input) {
      approval {
        id
      }
      customer {
        id
        creditLimit {
          minor
          currency
        }
      }
    }
  }
`);

export const SetDispute = graphql(`
  mutation SetDispute($input: DisputeInput!) {
    setDispute(input: $input) {
      id
      isDisputed
    }
  }
`);

export const WriteOffInvoice = graphql(`
  mutation WriteOffInvoice($input: WriteOffInput!) {
    writeOffInvoice(input: $input) {
      approval { id }
    }
  }
`);

export const RenewTerms = graphql(`
  mutation RenewTerms($input: RenewTermsInput!) {
    renewTerms(input: $input) {
      askedSentence
      asking
      recommendation {
        outcome
        grade
        points
        termsDays
        billingPeriodDays
        reminderLadder
        principalReasons
        reasons { factor sentence }
        paymentTerms
        limit { minor currency }
        deposit { minor currency }
      }
      decision { id }
    }
  }
`);

export const ReceiveDeposit = graphql(`
  mutation ReceiveDeposit($input: DepositInput!) {
    receiveDeposit(input: $input) { id depositHeld { minor currency } }
  }
`);

export const ReleaseDeposit = graphql(`
  mutation ReleaseDeposit($input: DepositInput!) {
    releaseDeposit(input: $input) {
      approval { id }
      customer { id depositHeld { minor currency } }
    }
  }
`);

export const KeepContact = graphql(`
  mutation KeepContact($input: KeepContactInput!) {
    keepContact(input: $input) { id name }
  }
`);

export const WriteToContactAgain = graphql(`
  mutation WriteToContactAgain($input: WriteToContactAgainInput!) {
    writeToContactAgain(input: $input) { id mailState }
  }
`);
