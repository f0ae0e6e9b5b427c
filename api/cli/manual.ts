import { permissions, roles } from '../auth/permissions.js';
import type { Description } from './usage.js';

const { service, ...ofPeople } = roles;
const roleLines = Object.entries(ofPeople).map(([role, { is }]) => `${role}: ${is}`);
const keysMay = service.may.map((code) => `${code}: ${permissions[code]}`);

/** What each command is for and how it is called. The commands themselves are loaded when they run: help is quick. */
export const manual = {
  start: {
    summary: 'serve the page and the API, and work on jobs',
    help: `npx goodstanding start [--port N] [--without-demo] [--role all|web|worker]

  --port N         the port to listen on; PORT, or 4000, when not given; 0 takes any free one
  --without-demo   do not fill an empty book with the demo book
  --role           web serves without working on jobs, worker works without serving; all, when not given, does both`,
    options: { port: { type: 'string' }, 'without-demo': { type: 'boolean' }, role: { type: 'string' } },
  },
  migrate: {
    summary: 'bring the schema of the database up to date',
    help: 'npx goodstanding migrate\n\n  Brings the schema up to date and ends. Safe to run twice, and by several at once.',
    options: {},
  },
  seed: {
    summary: 'fill an empty book with the demo book, or with one at scale',
    help: `npx goodstanding seed [--at-scale [--customers N] [--invoices M]]

  Fills an empty book with the demo book: 400 invented customers. A book that holds customers is left alone.
  --at-scale      an invented book for measuring instead
  --customers N   how many customers; 50,000 when not given
  --invoices M    how many invoices; 1,000,000 when not given`,
    options: { 'at-scale': { type: 'boolean' }, customers: { type: 'string' }, invoices: { type: 'string' } },
  },
  import: {
    summary: 'import customers, invoices, payments or rates from CSV files',
    takesWords: true,
    help: `npx goodstanding import FILE… [--dry-run] [--accept-good] [--keep-demo] [--json]
npx goodstanding import --formats

  --dry-run           only say what would be imported, and every bad row
  --accept-good       import the good rows and set the bad ones aside
  --keep-demo         keep the demo book beside the imported one
  --date-order ORDER  day-month or month-day, where the files leave it open
  --decimal SIGN      . or , where the files leave it open
  --currency CODE     the currency of files that name none; the reporting currency when not given
  --json              one object: the report
  --formats           only say which columns customers.csv, invoices.csv, payments.csv and our other files have: what
                      each holds, how it is written and which are required, with an example

  Files are recognised by their header; their order does not matter. Importing the same file twice changes nothing.
  Exit code 1: there were bad rows, and nothing was imported (or, with --dry-run, would be).`,
    options: {
      'dry-run': { type: 'boolean' },
      'accept-good': { type: 'boolean' },
      'keep-demo': { type: 'boolean' },
      'date-order': { type: 'string' },
      decimal: { type: 'string' },
      currency: { type: 'string' },
      formats: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  },
  score: {
    summary: 'score every customer as of a day',
    help: `npx goodstanding score [--as-of DAY] [--json | --out FILE]

  --as-of DAY  the day, such as 2026-11-22; today when not given. Only what was known on it is used.
  --json       print one object: { asOf, cardVersion, customers, scores: [{ customerNumber, points, grade, pd,
               lateProbability, expectedDaysLate, invoices, isThin, base, reasons: [{ factor, points, sentence }] }] }
  --out FILE   write the same into a file instead

  Scores are kept and shown on the pages. base + the points of all reasons = the points before they are held to 300–850.`,
    options: { 'as-of': { type: 'string' }, json: { type: 'boolean' }, out: { type: 'string' } },
  },
  replay: {
    summary: 'make a score of a past day again from what is kept with it',
    takesWords: true,
    help: `npx goodstanding replay CUSTOMER [--on DAY]
npx goodstanding replay --all [--on DAY]
npx goodstanding replay --lateness [--on DAY]

  CUSTOMER   its number; prints the score in force on the day with its reasons, and whether it comes out the same
  --all      every score in force on the day: how many are the same to the last digit
  --lateness what the model of lateness last told of the whole book by the day, from what was known then
  --on DAY   the day, such as 2026-11-22; today when not given

  Ends with 1 when one differs. Nothing is changed.`,
    options: { on: { type: 'string' }, all: { type: 'boolean' }, lateness: { type: 'boolean' } },
  },
  validate: {
    summary: 'measure how well the model tells who will pay late, or who will not pay',
    help: `npx goodstanding validate --split DAY [--score-at issue|due-N] [--out FILE.csv] [--json]
npx goodstanding validate --default [--as-of DAY] [--json]

  Trains the lateness model on what was known on DAY (settled invoices, and open ones for as long as they waited), predicts
  every invoice that is scored later, each with what was known on its own scoring day, and prints how well that went,
  beside a plain logistic, the customer’s late ratio (for days: its median so far) and the book’s base rate: AUC, KS, Brier, log loss, calibration error
  (ten bins) and mean absolute error in days. Nothing is kept. Copies (alike in all but the number) are left out.

  --split DAY       the last day of which the model may know anything while it is trained
  --score-at        when an invoice is scored: issue, or due-N, N days before it is due; issue when not given
  --out FILE.csv    one row an invoice: customer_number, document_number, scored_on, due_date, p_late, p_late_7, p_late_30,
                    expected_days_late, days_late (empty while it is open)
  --json            one object: { split, scoreAt, trainedOn: { from, invoices, open, invoiceDays, leftOut }, predicted,
                    notScored, copies, holidaysOf, objections, ways: [{ way, late: [{ moreThanDays, cases, rate, auc, ks,
                    brier, logLoss, calibrationError }], meanAbsoluteError }] }

  objections says why such a model would not be let in force: chances badly calibrated, or ranking worse than the late ratio.

  --default         the scorecard of who will not pay within twelve months, fitted and measured as train --default does: beside
                    the card in force, the late ratio and the base rate, then lift by tenths, parts of the book and how far the
                    points of each day have moved (PSI). A part with fewer than 20 defaults has its counts and no AUC; where
                    the book has too few to fit a card, a sentence says how many there are
  --as-of DAY       with --default, what was known on that day; when not given, today, or the newest day of a book that is old
                    With --json: { kind, asOf, days: [{ on, customers, defaults }], measuredOn, customers, defaults, ways: [{
                    way, cases, rate, auc, gini, ks, brier, logLoss, calibrationError }], lift: [{ cases, rate, lift,
                    foundSoFar }], parts: [{ by, name, customers, defaults, told, auc }], drift: [{ on, cases, stability }],
                    objections }`,
    options: {
      split: { type: 'string' },
      'score-at': { type: 'string' },
      out: { type: 'string' },
      default: { type: 'boolean' },
      'as-of': { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  vet: {
    summary: 'say what to offer a prospect: limit, deposit, terms, and why',
    takesWords: true,
    help: `npx goodstanding vet APPLICATION.json [--policy FILE] [--json]

  APPLICATION.json  one object with the fields of the mutation vet: companyName, entityType, currency, contractValueMinor,
                    monthlyRunMinor, termsDaysAsked, and as much else as is known; amounts in minor units
  --policy FILE     by this policy instead of the one in force: a document as the query policy gives it
  --json            one object: { asOf, policyVersion, cardVersion, outcome, currency, limitMinor, depositMinor, depositShare,
                    paymentTerms, termsDays, billingPeriodDays, reasons, findings, hardRule, notes, validUntil, reviewOn,
                    score: { points, grade, base, factors: [{ factor, points, sentence }] }, pd, evidence: { sentence,
                    weightOfOwn, weightOfCheck, invoices, checkAgeDays, evidence, pdLow, pdHigh, isTooThin }, lgd, eadMinor,
                    expectedLossMinor, requiredExposureMinor, limitParts: [{ name, minor, explanation, isBinding }],
                    deal, offer, grid, levers, instruments, earlyPaymentDiscount, releaseRule, reminderLadder };
                    offer and each of grid: { depositShare, termsDays, billingPeriodDays, depositMinor, acceptance,
                    eadMinor, atRiskMinor, marginMinor, expectedLossMinor, fundingMinor, adminMinor, profitMinor,
                    isWithinPolicy, isNearlyBest }, not rounded, so that the arithmetic can be checked

  Nothing is kept, and no provider is asked: it stands on the file and on what is stored. An empty book will do.`,
    options: { policy: { type: 'string' }, json: { type: 'boolean' } },
  },
  'import-sanctions': {
    summary: 'look for applicants in a list of sanctions from now on',
    takesWords: true,
    help: `npx goodstanding import-sanctions FILE [--name NAME] [--json]

  FILE         a CSV with a column “name”; “aliases” (apart by semicolons), “country” and “programme” are read as well
  --name NAME  what the list is called; the name of the file when not given. The next one of a name takes its place.
  --json       one object: { name, entries, sha256 }

  Whoever is vetted is looked for by name. A match is referred until a person says whether it is the same.`,
    options: { name: { type: 'string' }, json: { type: 'boolean' } },
  },
  train: {
    summary: 'train a model of who pays late, or of who will not pay, and keep it beside the one in force',
    help: `npx goodstanding train [--default] [--as-of DAY] [--json]

  Trains the lateness model on what was known on DAY, measures the same way of fitting on the last three tenths of the
  invoices, and keeps it with its checksum as the challenger, in the place of the one before. The first of all is put in
  force at once if nothing speaks against it, and asked about every open invoice; any later one takes two people, on the
  page Model. The same book and the same day give the same model, byte for byte.

  --default     the scorecard of who will not pay within twelve months: fitted on what became of customers after past days, one a
                year, and measured on the last of these. It takes 140 defaults to fit on and 20 to measure on; with fewer it
                says how many there are, and the card in force stays. Never put in force by itself
  --as-of DAY   what was known on that day; when not given, today, or the newest day of a book that is old
  --json        one object: { kind, version, state, checksum, trainedOn, window: { from, knownOn, customers, invoices, open,
                invoiceDays, leftOut, copies }, objections, told }; told is how many open invoices it was asked about, null
                when it is not in force. With --default: { kind, version, state, checksum, trainedOn, days: [{ on, customers,
                defaults }], measuredOn, customers, defaults, ways: [{ way, cases, rate, auc, gini, ks, brier, logLoss,
                calibrationError }], objections }`,
    options: { default: { type: 'boolean' }, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  },
  aging: {
    summary: 'what is owed on a day, by how long it has been owed',
    help: `npx goodstanding aging [--as-of DAY] [--by due|invoice] [--json]

  --as-of DAY       the day, such as 2026-11-22; today when not given
  --by due|invoice  count from the due day (who is late) or the day of issue (how old the money is); due when not given
  --json            one object: { asOf, by, totals: [{ currency, current, days1To30, days31To60, days61To90, over90,
                    unapplied, total }] } in minor units; unapplied is negative, total is the sum of the five buckets`,
    options: { 'as-of': { type: 'string' }, by: { type: 'string' }, json: { type: 'boolean' } },
  },
  remind: {
    summary: 'send the reminders of a day, each once',
    help: `npx goodstanding remind [--on DAY] [--now] [--dry-run] [--json]

  --on DAY    the day, such as 2026-11-22; today when not given. Only today is sent; of another day the plan is shown
              with --dry-run
  --now       at any hour; else messages wait for the hours of the campaign where their recipient is
  --dry-run   only say what would be sent
  --json      one object: { on, dryRun, queued, calls, waiting, alreadySent, leftOut, messages: [{ customerNumber, to, subject,
              invoices: [{ number, dueOn, currency, openMinor }] }], notReminded: [{ invoice, step,
              reason, sentence }] };
              queued counts messages, alreadySent and leftOut count invoices

  What the active campaign says on that day goes out in one message to each contact, into the mailbox page or, with
  SMTP_URL set, over that mail server; calls are handed to people. Running it twice sends nothing twice.`,
    options: {
      on: { type: 'string' },
      now: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  },
  people: {
    summary: 'say who may sign in: the first person is made here',
    takesWords: true,
    help: `npx goodstanding people add EMAIL --name NAME --role ${Object.keys(ofPeople).join('|')} [--json]
npx goodstanding people link EMAIL [--json]
npx goodstanding people remove-second-factor EMAIL [--json]
npx goodstanding people list [--json]

  add    adds somebody and prints the link where they set their password, once, within a day
  link   prints a new link for somebody who forgot theirs; the one before it ends
  remove-second-factor
         for somebody who lost the app and all recovery codes
  list   everybody, with role

  Whoever works alone is manager: that is the whole daily work, and people and keys are looked after by these commands,
  without a sign-in. What needs two people waits until there is a second. An admin looks after people and keys on the
  page, and neither imports nor vets.

  --name NAME  as others know them
  --role       ${roleLines.join('\n               ')}
  --json       add and link print { email, link }, remove-second-factor { email }; list prints [{ email, name, role, isActive }]`,
    options: { name: { type: 'string' }, role: { type: 'string' }, json: { type: 'boolean' } },
  },
  keys: {
    summary: 'make, list and revoke the keys of other programs',
    takesWords: true,
    help: `npx goodstanding keys make NAME --may PERMISSION,… [--days N] [--json]
npx goodstanding keys list [--json]
npx goodstanding keys revoke PREFIX [--json]

  make    makes a key for the program NAME and prints it, once
  list    all keys, also those that ended
  revoke  ends a key at once; PREFIX is the eight signs after gs_

  --may   what the program may do, with commas between:
          ${keysMay.join('\n          ')}
  --days  for how many days, 366 at most; 365 when not given
  --json  make prints { key, prefix, expiresAt }; list prints
          [{ prefix, name, permissions, madeBy, madeAt, expiresAt, lastUsedAt, revokedAt, isUsable }]; revoke one of these`,
    options: { may: { type: 'string' }, days: { type: 'string' }, json: { type: 'boolean' } },
  },
  audit: {
    summary: 'prove that the audit is what was written',
    takesWords: true,
    help: `npx goodstanding audit verify [--head HASH] [--json]

  Reads every entry and the chain of hashes over them, and names the first place where it breaks. It prints the head, the
    last hash: note it where nobody here can change it.
  --head HASH  a head noted before: the chain must still go through it, so that nothing was cut off its end
  --json       one object: { isWhole: true, entries, head } or { isWhole: false, problem, place, entryId }

  Exit code 1: the chain is broken.`,
    options: { head: { type: 'string' }, json: { type: 'boolean' } },
  },
  schema: {
    summary: 'write the GraphQL schema into api/schema.graphql',
    help: 'npx goodstanding schema\n\n  Writes the schema that the code makes into api/schema.graphql, for review and for the page.',
    options: {},
  },
} satisfies Record<string, Description>;

export type Name = keyof typeof manual;

const lines = Object.entries(manual).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
export const overview = `Goodstanding tells which customers will pay, which will pay late and which will not, before it matters.

npx goodstanding <command> [options]     npx goodstanding <command> --help

${lines.join('\n')}

The database is the embedded one in GOODSTANDING_HOME (by default .goodstanding in your home folder), or the
PostgreSQL 15 or newer that DATABASE_URL names.`;
