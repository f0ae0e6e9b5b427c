import { graphql } from '../../graphql.js';

export const ReminderPlanQuery = graphql(`
  query ReminderPlan($on: Day!) {
    reminderPlan(on: $on) {
      on
      invoiceCount
      messages(first: 1) { totalCount }
      calls(first: 1) { totalCount }
      leftOut(first: 1) { totalCount }
      sentBefore: leftOut(first: 1, filter: { reason: ALREADY_SENT }) { totalCount }
    }
  }
`);

export const PlannedMessagesQuery = graphql(`
  query PlannedMessages(
    $on: Day!
    $first: Int!
    $after: String
    $sort: PlannedMessageSort!
    $direction: SortDirection!
  ) {
    reminderPlan(on: $on) {
      on
      messages(first: $first, after: $after, sort: $sort, direction: $direction) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          to
          channel
          subject
          text
          customer { id name number }
          amounts { minor currency }
          invoices(first: 50) { totalCount nodes { id number } }
        }
      }
    }
  }
`);

export const NotRemindedQuery = graphql(`
  query NotReminded(
    $on: Day!
    $first: Int!
    $after: String
    $filter: NotRemindedFilter
    $sort: NotRemindedSort!
    $direction: SortDirection!
  ) {
    reminderPlan(on: $on) {
      on
      leftOut(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          reason
          step
          sentence
          customer { id name number }
          invoice { id number open(asOf: $on) { minor currency } }
        }
      }
      CONTACT_MISSING: leftOut(first: 1, filter: { reason: CONTACT_MISSING }) { totalCount }
      VALUE_MISSING: leftOut(first: 1, filter: { reason: VALUE_MISSING }) { totalCount }
      DISPUTED: leftOut(first: 1, filter: { reason: DISPUTED }) { totalCount }
      COMPLAINED: leftOut(first: 1, filter: { reason: COMPLAINED }) { totalCount }
      BOUNCED: leftOut(first: 1, filter: { reason: BOUNCED }) { totalCount }
      REPLIED: leftOut(first: 1, filter: { reason: REPLIED }) { totalCount }
      CASH_FEED_OLD: leftOut(first: 1, filter: { reason: CASH_FEED_OLD }) { totalCount }
      ON_HOLD: leftOut(first: 1, filter: { reason: ON_HOLD }) { totalCount }
      CUSTOMER_LEFT_OUT: leftOut(first: 1, filter: { reason: CUSTOMER_LEFT_OUT }) { totalCount }
      PAUSED: leftOut(first: 1, filter: { reason: PAUSED }) { totalCount }
      PROMISED: leftOut(first: 1, filter: { reason: PROMISED }) { totalCount }
      ON_PLAN: leftOut(first: 1, filter: { reason: ON_PLAN }) { totalCount }
      INSOLVENCY: leftOut(first: 1, filter: { reason: INSOLVENCY }) { totalCount }
      BREATHING_SPACE: leftOut(first: 1, filter: { reason: BREATHING_SPACE }) { totalCount }
      LEGAL: leftOut(first: 1, filter: { reason: LEGAL }) { totalCount }
      OPTED_OUT: leftOut(first: 1, filter: { reason: OPTED_OUT }) { totalCount }
      HELD_OUT: leftOut(first: 1, filter: { reason: HELD_OUT }) { totalCount }
      GAP: leftOut(first: 1, filter: { reason: GAP }) { totalCount }
      DAY_OF_REST: leftOut(first: 1, filter: { reason: DAY_OF_REST }) { totalCount }
      ALREADY_SENT: leftOut(first: 1, filter: { reason: ALREADY_SENT }) { totalCount }
    }
  }
`);

export const SendReminders = graphql(`
  mutation SendReminders($input: SendRemindersInput!) {
    sendReminders(input: $input) {
      on
      queued
      alreadySent
      leftOut
    }
  }
`);

export const SendingProgressQuery = graphql(`
  query SendingProgress($on: Day!) {
    queued: deliveries(first: 1, filter: { plannedFor: $on, state: QUEUED, isLetter: false }) { totalCount }
    sending: deliveries(first: 1, filter: { plannedFor: $on, state: SENDING, isLetter: false }) { totalCount }
    sent: deliveries(first: 1, filter: { plannedFor: $on, state: SENT, isLetter: false }) { totalCount }
    refused: deliveries(first: 1, filter: { plannedFor: $on, state: REFUSED, isLetter: false }) { totalCount }
    unknown: deliveries(first: 1, filter: { plannedFor: $on, state: UNKNOWN, isLetter: false }) { totalCount }
    cancelled: deliveries(first: 1, filter: { plannedFor: $on, state: CANCELLED, isLetter: false }) { totalCount }
  }
`);

export const DeliveriesQuery = graphql(`
  query Deliveries(
    $first: Int!
    $after: String
    $filter: DeliveryFilter
    $sort: DeliverySort!
    $direction: SortDirection!
  ) {
    deliveries(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        to
        channel
        subject
        text
        state
        error
        plannedFor
        attemptedAt
        cameBack
        customer { id name number }
        invoices(first: 50) { totalCount nodes { id number } }
      }
    }
  }
`);

export const LettersQuery = graphql(`
  query Letters {
    reminderLetters { on toPrint toPost }
  }
`);

export const PrintLetters = graphql(`
  mutation PrintLetters($on: Day!) {
    printLetters(input: { on: $on }) { on toPrint toPost }
  }
`);

export const PostLetters = graphql(`
  mutation PostLetters($input: PostLettersInput!) {
    postLetters(input: $input) { on toPrint toPost }
  }
`);

export const SettleDelivery = graphql(`
  mutation SettleDelivery($input: SettleDeliveryInput!) {
    settleUnknownDelivery(input: $input) {
      id
      state
    }
  }
`);

export const MailboxQuery = graphql(`
  query Mailbox($first: Int!, $after: String, $filter: MailboxFilter) {
    mailbox(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        from
        to
        subject
        text
        html
        receivedAt
      }
    }
  }
`);

export const ReminderStepsQuery = graphql(`
  query ReminderSteps(
    $first: Int!
    $after: String
    $filter: ReminderStepFilter
    $sort: ReminderStepSort!
    $direction: SortDirection!
  ) {
    reminderSteps(first: $first, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        step
        channel
        state
        on
        reason
        sentence
        customer { id name number }
        invoice { id number dueOn }
      }
    }
  }
`);

export const CampaignQuery = graphql(`
  query Campaign {
    reminderSending { isStopped isAutomatic reason changedBy changedAt }
    campaigns(first: 2) {
      totalCount
      nodes {
        id
        state
        note
        madeBy
        madeAt
        gapDays
        catchUpDays
        cashFeedDays
        holdoutShare
        holdoutHighRisk
        groupsTogether
        sendFrom
        sendUntil
        mostPerHour
        steps {
          key
          offsetDays
          channel
          audience {
            grades
            isForUnscored
            languages
            entityTypes
            segments
            termsFrom
            termsUpTo
            lateFrom
            lateUpTo
            openFromMinor
            openUpToMinor
            countries
            relation
          }
        }
      }
    }
  }
`);

export const CampaignDifferenceQuery = graphql(`
  query CampaignDifference($id: ID!, $first: Int!, $after: String) {
    campaignDifference(campaignId: $id) {
      from
      until
      messagesNow
      messagesThen
      callsNow
      callsThen
      changes(first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          isAdded
          on
          step
          channel
          customer { id name }
          invoice { id number }
        }
      }
    }
  }
`);

export const ActivateCampaign = graphql(`
  mutation ActivateCampaign($id: ID!) {
    activateCampaign(input: { campaignId: $id }) { id state }
  }
`);

export const SetReminderSending = graphql(`
  mutation SetReminderSending($input: ReminderSendingInput!) {
    setReminderSending(input: $input) { isStopped isAutomatic }
  }
`);

export const UpliftQuery = graphql(`
  query Uplift($id: ID!, $lift: Float!) {
    reminderUplift(campaignId: $id, lift: $lift) {
      uplift
      interval
      daysEarlier
      daysEarlierInterval
      anyDayInterval
      verdict
      stoppedAt
      shareWithout
      shareLookedFor
      customersNeeded
      fewestCustomers
      reminded { customers invoices paidByDue }
      heldOut { customers invoices paidByDue }
    }
  }
`);

export const DraftCampaign = graphql(`
  mutation DraftCampaign($input: CampaignDraftInput!) {
    draftCampaign(input: $input) { id state }
  }
`);
