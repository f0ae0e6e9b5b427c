/** What the codes of the schema are called on the page: one word per thing, as in the glossary. */
export const gradeOrder = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof gradeOrder)[number];
export const gradeText = (grade: Grade | null) => (grade ? `Grade ${grade}` : 'Not scored');

export const bucketOrder = ['CURRENT', 'DAYS_1_TO_30', 'DAYS_31_TO_60', 'DAYS_61_TO_90', 'OVER_90'] as const;
export type Bucket = (typeof bucketOrder)[number];
export const bucketField = {
  CURRENT: 'current',
  DAYS_1_TO_30: 'days1To30',
  DAYS_31_TO_60: 'days31To60',
  DAYS_61_TO_90: 'days61To90',
  OVER_90: 'over90',
} as const satisfies Record<Bucket, string>;

/** By due day a bucket counts days past due, by invoice day the days since the invoice was issued. */
export function bucketText(bucket: Bucket, by: 'DUE' | 'INVOICE' = 'DUE'): string {
  const range = {
    CURRENT: '',
    DAYS_1_TO_30: '1–30',
    DAYS_31_TO_60: '31–60',
    DAYS_61_TO_90: '61–90',
    OVER_90: 'over 90',
  };
  if (bucket === 'CURRENT') return by === 'DUE' ? 'Not yet due' : 'Issued today';
  return `${range[bucket]} days`;
}

/** For an axis, whose title says what the days count. */
export const bucketMark = {
  CURRENT: 'Not due',
  DAYS_1_TO_30: '1–30',
  DAYS_31_TO_60: '31–60',
  DAYS_61_TO_90: '61–90',
  OVER_90: 'over 90',
} as const satisfies Record<Bucket, string>;

export const stageText = { PROSPECT: 'Prospect', ACTIVE: 'Active', CLOSED: 'Closed' } as const;

export const offerText = { ACCEPTED: 'Accepted', DECLINED: 'Declined', LOST: 'Lost' } as const;

export const applicationText = {
  DRAFT: 'Draft',
  SENT: 'Sent to the company',
  SUBMITTED: 'Sent in by the company',
  DECIDED: 'Decided',
} as const;

export const entityText = {
  COMPANY: 'Company',
  PARTNERSHIP: 'Partnership',
  SOLE_TRADER: 'Sole trader',
  PUBLIC_BODY: 'Public body',
  UNKNOWN: 'Unknown',
} as const;

export const standingText = {
  GOOD: 'Good',
  WATCH: 'Watch',
  WARNED: 'Warned',
  ORDERS_ON_HOLD: 'Orders on hold',
  SUPPLY_STOPPED: 'Supply stopped',
  ENDED: 'Ended',
} as const;

export const workText = {
  CALL: 'Call',
  HOLD: 'Put orders on hold',
  REMINDER_WITHOUT_CONTACT: 'Find a contact',
  UNAPPLIED_CASH: 'Apply the cash',
  REVIEW_LIMIT: 'Review the limit',
  UNKNOWN_DELIVERY: 'Settle a delivery',
  INVOICE_DEPOSIT: 'Invoice the deposit',
  RELEASE_DEPOSIT: 'Give the deposit back',
  REVIEW_TERMS: 'Review limit and terms',
} as const;
export type WorkKind = keyof typeof workText;

export const approvalText = {
  SET_CREDIT_LIMIT: 'Raise a limit',
  RELEASE_HOLD: 'Release a hold',
  OVERRIDE_DECLINE: 'Override a decline',
  ACCEPT_CUSTOMER: 'Take a customer on',
  RELEASE_DEPOSIT: 'Give a deposit back',
  ACTIVATE_POLICY: 'Activate a policy',
  SET_DEFAULT_DEFINITION: 'Say what counts as a default',
  WRITE_OFF: 'Write an invoice off',
} as const;

export const keptText = {
  MAILBOX_MESSAGES: 'Messages in the mailbox of the product, from their arrival',
  TEXTS_OF_MESSAGES: 'Texts of messages that were sent, from then',
  SIGN_IN_TRIES: 'Counts of tries to sign in, from the last',
  ENDED_SESSIONS: 'Sessions and links to set a password, from their end',
  PROSPECTS_WITHOUT_A_DECISION: 'Prospects without decision, invoice or payment, from their arrival',
  APPLICATIONS_WITHOUT_A_DECISION:
    'Credit applications without a decision, from their last change or the end of their link',
  UPLOADED_FILES: 'Files of imports, rows set aside, and what was said of such rows, from their arrival',
  TOLD_EVENTS: 'Events that another program has taken',
} as const;

export const creditText = {
  PAYMENT: 'Payment',
  CREDIT_NOTE: 'Credit note',
  WRITE_OFF: 'Write-off',
  RETURNED_PAYMENT: 'Returned payment',
} as const;

export const timelineText = {
  INVOICE: 'Invoices',
  PAYMENT: 'Payments',
  CREDIT_NOTE: 'Credit notes',
  WRITE_OFF: 'Write-offs',
  RETURNED_PAYMENT: 'Returned payments',
  REMINDER: 'Reminders',
  INCOMING_MAIL: 'Mail that came back',
  SCORE: 'Grades',
  STANDING: 'Standing',
  DECISION: 'Decisions',
} as const;

export const outcomeText = {
  APPROVE: 'Approve',
  APPROVE_WITH_CONDITIONS: 'Approve with conditions',
  REFER: 'Refer to a person',
  DECLINE: 'Decline',
} as const;

export const groundText = {
  SECURED: 'A deposit, guarantee or insurance covers it',
  GROUP_SUPPORTS_IT: 'Its group answers for it',
  NEWER_INFORMATION: 'Newer information',
  DATA_WAS_WRONG: 'The data was wrong',
  ACCEPTED_RISK: 'A risk we accept',
  OTHER: 'Another one',
} as const;

export const deliveryText = {
  QUEUED: 'Queued',
  SENDING: 'Sending',
  SENT: 'Sent',
  REFUSED: 'Refused',
  UNKNOWN: 'Unknown',
  CANCELLED: 'Not needed any more',
} as const;

export const pauseText = {
  PROMISE: 'Payment is promised',
  DISPUTE: 'It is contested',
  PLAN: 'On a payment plan',
  REPLIED: 'It has answered',
  BREATHING_SPACE: 'Breathing space by law',
  INSOLVENCY: 'Insolvent',
  LEGAL: 'With lawyers',
  OPTED_OUT: 'Asked for another way',
  BOUNCED: 'Mail came back',
  BY_HAND: 'Another reason',
} as const;
export type PauseReason = keyof typeof pauseText;

export const incomingText = {
  REPLIED: 'Answered',
  BOUNCED: 'Came back',
  COMPLAINED: 'Unwanted',
  DELAYED: 'Delayed',
  AUTO_REPLIED: 'Answered by a program',
} as const;

export const importText = {
  UPLOADED: 'Uploaded',
  CHECKING: 'Checking',
  CHECKED: 'Checked, not imported',
  NEEDS_MAPPING: 'Waiting for its columns',
  POSTING: 'Importing',
  POSTED: 'Imported',
  FAILED: 'Failed',
} as const;

export const providerText = {
  TYPED_IN: 'typed in',
  COMPANIES_HOUSE: 'Companies House',
  CREDITSAFE: 'Creditsafe',
  DNB: 'D&B',
  GAZETTE: 'The Gazette',
} as const;

export const channelText = { EMAIL: 'E-mail', SMS: 'Text message', LETTER: 'Letter', CALL: 'A person calls' } as const;
