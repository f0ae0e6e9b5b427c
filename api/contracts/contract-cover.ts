import { dayInWords } from '../../analytics/index.js';
import { ClauseKey } from './clause.view.js';
import { ContractAct, type ContractCover } from './contract.view.js';

const clauseFor: Readonly<Record<ContractAct, ClauseKey>> = {
  [ContractAct.STOP_SUPPLY]: ClauseKey.SUSPENSION,
  [ContractAct.CHARGE_INTEREST]: ClauseKey.LATE_PAYMENT,
  [ContractAct.SET_OFF_DEPOSIT]: ClauseKey.DEPOSIT,
  [ContractAct.TAKE_GOODS_BACK]: ClauseKey.RETENTION_OF_TITLE,
  [ContractAct.MEDIATE]: ClauseKey.MEDIATION,
  [ContractAct.REPORT]: ClauseKey.CREDIT_REPORTING,
  [ContractAct.END]: ClauseKey.TERMINATION,
};

/** Whether the newest contract that was signed gives the right to an act; without one, nothing is known to. */
export function contractCover(
  act: ContractAct,
  signed: { signedOn: string; clauses: readonly { key: ClauseKey; title: string }[] } | null,
): ContractCover {
  if (signed === null)
    return {
      isCovered: false,
      sentence: `No signed contract is on file, so nothing here says that we may ${act}. See what was agreed before you do.`,
    };
  const clause = signed.clauses.find(({ key }) => key === clauseFor[act]);
  const contract = `The contract signed on ${dayInWords(signed.signedOn)}`;
  return clause
    ? { isCovered: true, sentence: `${contract} lets us ${act}: “${clause.title}”.` }
    : {
        isCovered: false,
        sentence: `${contract} has no clause that lets us ${act}. Ask a lawyer before you do, or agree on one.`,
      };
}
