import { amountInWords, dayInWords, isCurrency, isDay } from '../../../analytics/index.js';

/** What a finding carries besides its place: whatever its sentence needs. */
export interface FindingDetails {
  number?: string | null;
  customer?: string | null;
  other?: string | null;
  currency?: string | null;
  total?: number | null;
  amount?: number | null;
  file?: string | number | null;
  line?: number | null;
  [more: string]: unknown;
}

interface Told {
  value: string;
  /** The other value, as money where it is money. */
  other: string;
  /** The row spoken of: `line 3`, or `line 3 of payments.csv`. */
  row: string;
  details: FindingDetails;
  money: (minor: number | null | undefined) => string;
}

/** What the checks know as a day is said as one. */
const day = (text: string) => (isDay(text) ? dayInWords(text) : text);

/** What is wrong with a row, and what to do: one sentence a problem. The keys are what the checks write. */
const sentences = {
  missing: () => 'This is required and empty.',
  columnCount: ({ details }) =>
    `The row has ${details.cells} cells where the header has ${details.columns}. A cell with the delimiter in it needs quotation marks.`,
  badQuotes: () => 'A quotation mark inside a quoted cell must be doubled (""), or the cell is cut in the wrong place.',
  controlCharacter: () => 'The text holds a control character. Remove it where the file comes from.',
  tooLong: ({ details }) => `The text has ${details.length} characters; at most 500 are kept.`,
  notADate: ({ value }) => `“${value}” is not a date. Write it as 2026-11-22.`,
  shortYear: ({ value }) => `“${value}” has a year of two digits. Write all four.`,
  impossibleDate: ({ value, details }) =>
    `“${value}” is no day of the calendar${details.order ? ` with the ${details.order} first` : ''}.`,
  yearOutOfRange: ({ value }) => `“${value}” is not between 1970 and 2100.`,
  notAnAmount: ({ value, details }) =>
    `“${value}” is not an amount${details.sign ? ` with “${details.sign}” as the decimal sign` : ''}.`,
  tooManyDecimals: ({ value, details }) => `“${value}” has more decimals than ${details.currency} has.`,
  amountTooLarge: ({ value }) => `“${value}” is more than this program counts exactly. Check it.`,
  amountZero: () => 'The amount is zero, so there is nothing to post.',
  limitNegative: () => 'A limit cannot be below zero.',
  limitWithoutCurrency: () => 'A limit needs a currency: fill the column currency.',
  unknownCurrency: ({ value }) => `“${value}” is not a currency. Use the three letters of ISO 4217, such as EUR.`,
  otherCurrencySign: ({ value, details }) =>
    `“${value}” names another currency than the row, which says ${details.currency}.`,
  notACountry: ({ value }) => `“${value}” is not a country code. Use the two letters of ISO 3166, such as DE.`,
  notAnEntityType: ({ value }) =>
    `“${value}” is not an entity type. Use company, partnership, sole trader, public body or unknown.`,
  notACreditKind: ({ value }) => `“${value}” is not a kind. Use payment, credit note, write-off or returned payment.`,
  notAnEmail: ({ value }) => `“${value}” is not an e-mail address.`,
  notDays: ({ value }) => `“${value}” is not a number of days between 0 and 365.`,
  notARate: ({ value }) => `“${value}” is not a rate: a number above 0.`,
  rateToItself: ({ value }) => `A rate from ${value} to itself says nothing.`,
  unknownParent: ({ value }) => `There is no customer ${value}, in the files or in the book, to be the parent.`,
  ownParent: () => 'A customer cannot be its own parent.',
  parentCircle: ({ value }) => `The parents go round in a circle: ${value} is itself below this customer.`,
  duplicateDiffers: ({ value, other, row, details }) =>
    `${details.number} is already on ${row} with other contents: ${other} there, ${value || 'nothing'} here.`,
  bookDiffers: ({ value, other, details }) =>
    `${details.number} is already in the book with other contents: ${other} there, ${value || 'nothing'} here.`,
  clearedOtherwise: ({ value, other, details }) =>
    `The book holds a payment ${details.number} of ${other} already, so it cannot be cleared on ${value}.`,
  unknownCustomer: ({ value }) =>
    `There is no customer ${value}, in the files or in the book. Import its invoices or the customer first.`,
  unknownInvoice: ({ value, details }) =>
    `Customer ${details.customer} has no invoice ${value}, in the files or in the book. Import it first or correct the number.`,
  currencyDiffers: ({ value, details }) =>
    `The payment is in ${value} and its invoice in ${details.other}: a payment pays invoices in its own currency.`,
  negativePayment: () =>
    'Only a returned payment takes money back. Set kind to returned payment, or take the minus away.',
  partWithoutInvoice: ({ details }) =>
    `Payment ${details.number} has several rows: each needs an invoice number. What no row shares out stays unapplied.`,
  partWithoutAmount: ({ details }) => `Payment ${details.number} has several rows: each needs an allocated amount.`,
  writeOffWithoutInvoice: () => 'A write-off needs the number of the invoice it writes off.',
  amountWithoutInvoice: () => 'An allocated amount needs the invoice it goes to.',
  sameInvoiceTwice: ({ details }) =>
    `The payment names invoice ${details.number} twice on one day. Add the two amounts up in one row.`,
  aboveTheBalance: ({ details, money }) =>
    (details.total ?? 0) < 0
      ? `This takes back more from invoice ${details.number} than was ${details.on ? `paid on it by ${details.on}` : 'ever paid on it'}.`
      : `With this row ${money(details.total)} are allocated to invoice ${details.number}${details.on ? ` on ${details.on}` : ''}, which is only ${money(details.amount)}.`,
  beyondThePayment: ({ details, money }) =>
    `The rows of payment ${details.number} share out ${money(details.total)}; it is only ${money(details.amount)}.`,
  setAsideWith: ({ row, details }) =>
    `Another row of payment ${details.number} is bad (${row}); a payment is taken whole or not at all.`,
  // warnings
  paidInTheBook: ({ other, details }) =>
    `${details.number} is open here and was settled on ${day(other)} in the book; it stays settled. If its payment came back, import that as a returned payment.`,
  repeated: ({ row }) => `The row says the same as ${row}, so it is taken once.`,
  dueBeforeIssued: ({ value, other }) => `Due on ${day(value)}, before it was issued on ${day(other)}.`,
  clearedBeforeIssued: ({ value, other }) => `Cleared on ${day(value)}, before it was issued on ${day(other)}.`,
  afterToday: ({ value }) => `${day(value)} has not come yet: it counts from that day on. Check the year.`,
  allocatedBeforePaid: ({ value, other }) =>
    `Set against the invoice on ${day(value)}, before it was paid on ${day(other)}.`,
  formula: () =>
    'A spreadsheet would run this as a formula. It is kept as the text it is, and our exports write it so that none does.',
  takenAsCreditNote: () => 'The amount is negative, so the row is taken as a credit note.',
  suspectedDuplicate: ({ row, details }) =>
    `Equal to ${details.number} (${row}) in all but the number: perhaps the same invoice entered twice.`,
  limitNotRaised: ({ other, details }) =>
    `A file does not raise the limit of ${details.number}, which is ${other}: that is asked for on the page of the customer, and another person approves it. The rest of the row is taken.`,
  nothingLeftToPay: ({ value }) => `Nothing was left to pay on invoice ${value}, so the payment stays unapplied.`,
  currencyAssumed: ({ value }) => `The file has no column with a currency, so all amounts are taken as ${value}.`,
  mixedEncodings: ({ details }) =>
    `Some lines are UTF-8 (from line ${details.line}) and this one is not; each was read as what it is. Check the names with letters beyond A to Z.`,
} satisfies Record<string, (told: Told) => string>;

export type Problem = keyof typeof sentences;

export interface Finding {
  is_bad: boolean;
  file: number;
  line: number;
  field: string | null;
  value: string | null;
  problem: Problem;
  details: FindingDetails | null;
}

/** The value as it is shown, and the sentence. `fileNames` are those of the import, in its order. */
export function sentenceOf(finding: Finding, fileNames: readonly string[]): { value: string | null; sentence: string } {
  const details = finding.details ?? {};
  const currency = details.currency;
  const money = (minor: number | null | undefined) =>
    currency && isCurrency(currency) && minor != null ? amountInWords(minor, currency) : String(minor ?? 'nothing');
  const isMoney = ['amount', 'allocated_amount', 'credit_limit'].includes(finding.field ?? '') && currency != null;
  const asShown = (text: string | null | undefined) =>
    text != null && isMoney && /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? money(Number(text)) : text;
  const value = asShown(finding.value) ?? null;
  const file = typeof details.file === 'number' ? details.file : finding.file;
  const row = file === finding.file ? `line ${details.line}` : `line ${details.line} of ${fileNames[file]}`;
  const sentence: (told: Told) => string = sentences[finding.problem];
  return {
    value,
    sentence: sentence({ value: value ?? '', other: asShown(details.other) ?? 'nothing', row, details, money }),
  };
}
