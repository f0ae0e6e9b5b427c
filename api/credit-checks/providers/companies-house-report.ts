import { type CompanyEvent, type CreditCheckReport, emptyReport } from '../../../analytics/index.js';
import { booleanAt, dayAt, foundedAt, listAt, textAt } from './reading.js';

const insolvent = ['liquidation', 'receivership', 'administration', 'voluntary-arrangement', 'insolvency-proceedings'];
const gone = ['dissolved', 'closed', 'converted-closed', 'removed'];
/** Solvent by law: the members pay everybody first. */
const SOLVENT = 'members-voluntary-liquidation';
/** Accounts that hold too little to judge by. */
const thin = ['micro-entity', 'dormant', 'total-exemption-full', 'total-exemption-small'];

/** The register’s word in ours: `petitioned-on` is “petitioned”. */
const words = (code: string) => code.replace(/-on$/, '').replaceAll('-', ' ');
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the profile, the insolvency cases and the charges of the register say, in the one shape. It gives no score. */
export function companiesHouseReport(profile: unknown, insolvency: unknown, charges: unknown): CreditCheckReport {
  const status = textAt(profile, 'company_status');
  const cases = listAt(insolvency, 'cases');
  const isSolvent = cases.length > 0 && cases.every((each) => textAt(each, 'type') === SOLVENT);
  return {
    ...emptyReport,
    accountsOverdue: booleanAt(profile, 'accounts.next_accounts.overdue') ?? booleanAt(profile, 'accounts.overdue'),
    isInsolvent: status === null ? null : insolvent.includes(status) && !isSolvent,
    isActive: status === null ? null : !gone.includes(status),
    events: cases.flatMap(eventsOf),
    foundedOn: foundedAt(profile, 'date_of_creation'),
    notes: notes(profile, charges),
  };
}

function eventsOf(each: unknown): CompanyEvent[] {
  const type = textAt(each, 'type') ?? 'insolvency';
  const isInsolvency = type !== SOLVENT;
  const dates = listAt(each, 'dates');
  if (dates.length === 0) return [{ what: sentence(words(type)), on: null, isInsolvency }];
  return dates.map((date) => ({
    what: `${sentence(words(type))}: ${words(textAt(date, 'type') ?? 'dated')}`,
    on: dayAt(date, 'date'),
    isInsolvency,
  }));
}

function notes(profile: unknown, charges: unknown): string[] {
  const told = [];
  if (textAt(profile, 'company_status_detail') === 'active-proposal-to-strike-off')
    told.push('The register proposes to strike it off.');
  if (booleanAt(profile, 'confirmation_statement.overdue')) told.push('Its confirmation statement is overdue.');
  if (booleanAt(profile, 'undeliverable_registered_office_address'))
    told.push('Nothing can be delivered to its registered office.');
  if (booleanAt(profile, 'registered_office_is_in_dispute')) told.push('Its registered office is in dispute.');
  if (booleanAt(profile, 'has_been_liquidated')) told.push('It was in liquidation before.');
  const type = textAt(profile, 'accounts.last_accounts.type');
  if (type !== null && thin.includes(type))
    told.push(`Its last accounts are of the kind “${words(type)}”: they say little.`);
  const open = listAt(charges, 'items').filter((charge) => textAt(charge, 'status') !== 'fully-satisfied');
  if (open.length > 0) told.push(`${open.length === 1 ? 'One charge is' : `${open.length} charges are`} outstanding.`);
  if (open.some((charge) => booleanAt(charge, 'particulars.floating_charge_covers_all')))
    told.push('A floating charge covers all it owns: whoever supplies it without security comes last.');
  return told;
}
