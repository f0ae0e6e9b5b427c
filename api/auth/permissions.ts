/** What one may be allowed to do. Every root field of the schema names one of these, and so do fields that are sensitive. */
export const permissions = {
  'book.read': 'See how the book is set: its days, currencies and rates.',
  'ledger.read': 'See customers, their contacts, invoices, payments and time line.',
  'ledger.write-off': 'Write off what is open of an invoice.',
  'portfolio.read': 'See the figures of the book and the work list.',
  'scores.read': 'See scores and grades.',
  'scores.run': 'Score the book anew.',
  'credit-checks.read': 'See what a credit check said, and the decisions that stand on it.',
  'credit-checks.request': 'Ask a provider for a credit check, which may cost money, or type one in.',
  'decisions.vet': 'Vet a prospect and keep the decision.',
  'decisions.override': 'Override a decision to decline.',
  'policies.draft': 'Draft a policy, see whom it would change, and ask to activate it.',
  'reminders.read': 'See the plan of reminders, and what was sent.',
  'mailbox.read': 'See every message in the mailbox of the product.',
  'reminders.send': 'Send the reminders of a day, and say what became of one in doubt.',
  'reminders.leave-out': 'Leave a customer out of reminders.',
  'supply.ask': 'Ask whether a customer may be supplied.',
  'standing.read': 'See the stop list, and who is on hold.',
  'standing.hold': 'Put orders on hold, or dismiss the proposal.',
  'standing.release': 'Release a hold.',
  'limits.set': 'Set how much a customer may owe.',
  'approvals.decide': 'Approve or refuse what another person asks for.',
  'authority.set': 'Say how far each role may go, alone and for others.',
  'owners.set': 'Say which sales person owns a customer.',
  'imports.read': 'See imports and their reports.',
  'imports.post': 'Import files into the book.',
  'settings.change': 'Change reporting currency and rates.',
  'audit.read': 'See and export who did what.',
  'privacy.handle': 'Hand over and erase what is held about a person, and set how long such things are kept.',
  'people.manage': 'Say who may sign in, in which role.',
  'keys.manage': 'Make and revoke keys for other programs.',
} as const;
export type Permission = keyof typeof permissions;

export interface RoleOf {
  is: string;
  may: readonly Permission[];
  /** Sees only the customers it owns, unless the installation says otherwise. */
  seesOnlyOwn?: true;
}

const ofFinance = [
  'book.read',
  'ledger.read',
  'ledger.write-off',
  'portfolio.read',
  'scores.read',
  'scores.run',
  'credit-checks.read',
  'credit-checks.request',
  'decisions.vet',
  'decisions.override',
  'policies.draft',
  'reminders.read',
  'mailbox.read',
  'reminders.send',
  'reminders.leave-out',
  'supply.ask',
  'standing.read',
  'standing.hold',
  'standing.release',
  'limits.set',
  'approvals.decide',
  'owners.set',
  'imports.read',
  'imports.post',
  'settings.change',
] as const;

/** Each role, and all it may do. What is not written here, it may not. */
export const roles = {
  sales: {
    is: 'Vets prospects and sees the customers it owns.',
    may: [
      'book.read',
      'ledger.read',
      'portfolio.read',
      'scores.read',
      'credit-checks.read',
      'credit-checks.request',
      'decisions.vet',
      'reminders.read',
      'supply.ask',
      'standing.read',
    ],
    seesOnlyOwn: true,
  },
  finance: {
    is: 'Runs the book: imports, reminders, holds.',
    may: ofFinance,
  },
  manager: {
    is: 'Answers for the book: all that finance may, and reads the audit. The role of whoever works alone.',
    may: [...ofFinance, 'audit.read', 'privacy.handle'],
  },
  auditor: {
    is: 'Sees everything and changes nothing.',
    may: [
      'book.read',
      'ledger.read',
      'portfolio.read',
      'scores.read',
      'credit-checks.read',
      'reminders.read',
      'mailbox.read',
      'supply.ask',
      'standing.read',
      'imports.read',
      'audit.read',
    ],
  },
  admin: {
    is: 'Says who may sign in and which programs have keys; sees no credit checks.',
    may: [
      'book.read',
      'ledger.read',
      'portfolio.read',
      'scores.read',
      'reminders.read',
      'standing.read',
      'imports.read',
      'settings.change',
      'audit.read',
      'authority.set',
      'privacy.handle',
      'people.manage',
      'keys.manage',
    ],
  },
  service: {
    is: 'Another program: ERP, CRM, campaign robot. Its key names which of these it may.',
    may: [
      'book.read',
      'ledger.read',
      'portfolio.read',
      'scores.run',
      'credit-checks.request',
      'decisions.vet',
      'reminders.read',
      'reminders.send',
      'supply.ask',
      'standing.read',
      'imports.read',
      'imports.post',
    ],
  },
} as const satisfies Record<string, RoleOf>;
export type Role = keyof typeof roles;
