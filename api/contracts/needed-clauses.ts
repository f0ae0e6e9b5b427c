import { ClauseKey } from './clause.view.js';

/** What a decision says that a contract has to hold. */
export interface Offer {
  depositMinor: number;
  termsDays: number;
  isNaturalPerson: boolean;
  suppliesGoods: boolean;
}

/** Why a clause belongs into the contract; null where it does not. */
const because: Readonly<Record<ClauseKey, (offer: Offer) => string | null>> = {
  [ClauseKey.PRICE_AND_PAYMENT]: () => 'What is paid, and when.',
  [ClauseKey.DEPOSIT]: ({ depositMinor }) => (depositMinor > 0 ? 'A deposit is recommended.' : null),
  [ClauseKey.LATE_PAYMENT]: ({ termsDays }) => (termsDays > 0 ? 'Invoices are paid after supply.' : null),
  [ClauseKey.SUSPENSION]: ({ termsDays }) =>
    termsDays > 0 ? 'Without it, stopping for invoices past due may itself be a breach.' : null,
  [ClauseKey.RETENTION_OF_TITLE]: ({ suppliesGoods, termsDays }) =>
    suppliesGoods && termsDays > 0 ? 'Goods are supplied before they are paid for.' : null,
  [ClauseKey.DISPUTES]: () => 'A dispute that is told late delays everything after it.',
  [ClauseKey.MEDIATION]: () => 'Cheaper and quicker than a court, for both.',
  [ClauseKey.CREDIT_REPORTING]: ({ termsDays, isNaturalPerson }) =>
    termsDays > 0 && !isNaturalPerson ? 'Late payment may be reported only after notice.' : null,
  [ClauseKey.TERMINATION]: () => 'How both get out.',
};

/** The clauses that an offer needs, in the order of a contract, each with the reason. Natural persons are not reported. */
export function neededClauses(offer: Offer): Map<ClauseKey, string> {
  const needed = Object.values(ClauseKey).map((key) => [key, because[key](offer)] as const);
  return new Map(needed.filter((each): each is [ClauseKey, string] => each[1] !== null));
}
