import { Injectable } from '@nestjs/common';
import {
  bureauPd,
  bureauScale,
  type CreditCheckPrior,
  type CreditCheckReport,
  countInWords,
  countryCode,
  dayInWords,
  daysBetween,
  nameMatch,
  yearsTrading,
} from '../../analytics/index.js';
import { plainNumber } from '../credit-applications/answers.js';
import { AskOnVetting } from '../credit-checks/ask-on-vetting.service.js';
import { BureauScales } from '../credit-checks/bureau-scales.service.js';
import { CreditChecks } from '../credit-checks/credit-checks.service.js';
import type { CreditCheckRow } from '../credit-checks/keep-credit-check.js';
import { reportTypedIn, type TypedIn } from '../credit-checks/typed-in.js';
import { EntityType } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import type { Application } from './application.js';
import { wrongWith } from './application-check.js';
import { ApplicationNotRight } from './decisions.errors.js';
import type { VetInput } from './decisions.inputs.js';
import { evidenceOf, type Prior } from './evidence-of.js';
import { type Finding, nameInReceived } from './findings.js';
import { Findings } from './findings.service.js';
import { inContractCurrency, mustBeInItsCurrency } from './in-contract-currency.js';
import { type KnownCustomer, KnownCustomers } from './known-customers.service.js';

export interface ApplicationMade {
  application: Application;
  /** Who it is, where we know. */
  customerId: number | null;
  /** The credit check that was chosen. */
  check: CreditCheckRow | null;
  /** What was typed in without one, as a credit check of its own; null when nothing was. */
  typed: { received: TypedIn; report: CreditCheckReport } | null;
  /** By name: who was asked by itself and has not answered yet. */
  asking: string[];
}

/** What others and we ourselves know of who applies. */
interface Known {
  typedPd: number | null;
  check: CreditCheckRow | null;
  /** Of all stored credit checks together; null where one was chosen. */
  pooled: CreditCheckPrior | null;
  known: KnownCustomer | null;
  /** Nobody chose the credit check: it was there. */
  isReused?: boolean;
}

/** Makes an application of what was typed in and what a credit check says. */
@Injectable()
export class Applications {
  constructor(
    private readonly scales: BureauScales,
    private readonly checks: CreditChecks,
    private readonly findings: Findings,
    private readonly customers: CustomersService,
    private readonly clock: Clock,
    private readonly known: KnownCustomers,
    private readonly rates: RatesService,
    private readonly asking: AskOnVetting,
  ) {}

  /**
   * With `asks`, whoever is set up for it is asked about the company by itself first; of a renewal, what it owes us itself
   * does not count against what it is given.
   */
  async of(input: VetInput, { asks = false, isRenewal = false } = {}): Promise<ApplicationMade> {
    const today = this.clock.today();
    const scales = await this.scales.inForce();
    const scale = input.bureauScale ? bureauScale(input.bureauScale, today, scales) : null;
    const typedPd = scale && input.bureauScore !== undefined ? bureauPd(scale, input.bureauScore) : null;
    const application: Application = { ...applicationOf(input, typedPd), ...(isRenewal && { isRenewal }) };
    const wrong = wrongWith(application, scales);
    if (wrong.length > 0) throw new ApplicationNotRight(wrong);
    const asked =
      asks && this.asking.isSetUp
        ? await this.asking.about(application, await this.known.find(input, application.country))
        : { reported: [], asking: [] };
    const known = await this.known.of(input, application.country);
    // What is known already of somebody we supply counts without being chosen; so does a young report of anybody.
    const isReused = known !== null && (known.own !== null || known.isCheckYoung);
    const stored = isReused && typedPd === null ? known.checkId : null;
    const id = input.creditCheckId ?? stored;
    const check = id === null ? null : await this.checks.read(String(id));
    if (check && input.creditCheckId !== undefined) await this.mustBeOfApplicant(application, check);
    if (check) mustBeInItsCurrency(application, check.report);
    const received = typedInOf(input, application.currency);
    const typed = check || !received ? null : { received, report: reportTypedIn(received, scale, today) };
    const pooled = input.creditCheckId === undefined && check ? (known?.own?.inputs.check ?? null) : null;
    const justCame = asked.reported.map(({ title, key }) => ({ title, isStoodOn: check?.provider === key }));
    const isStored = stored !== null && !justCame.some(({ isStoodOn }) => isStoodOn);
    const made = await this.judged(application, { typedPd, check, pooled, known, isReused: isStored });
    const notes = justCame.map(
      ({ title }): Finding => ({
        rule: 'asked',
        weight: 'note',
        sentence: `${title} was asked by itself and sent a report.`,
      }),
    );
    return {
      ...made,
      application: { ...made.application, findings: [...notes, ...(made.application.findings ?? [])] },
      typed,
      asking: asked.asking.map(({ title }) => title),
    };
  }

  /** The same application with what has come since: the young report with a chance in it, or the one that came. */
  async again(before: Application, customerId: number, came: number | null): Promise<ApplicationMade> {
    const known = await this.known.of({ ...before, customerId: String(customerId) }, before.country);
    const id = (known?.isCheckYoung ? known.checkId : null) ?? came ?? before.creditCheckId;
    const check = id === null ? null : await this.checks.read(String(id));
    return { ...(await this.judged(before, { typedPd: null, check, pooled: null, known })), typed: null, asking: [] };
  }

  private async judged(
    typed: Application,
    { typedPd, check, pooled, known, isReused = false }: Known,
  ): Promise<Omit<ApplicationMade, 'typed' | 'asking'>> {
    const today = this.clock.today();
    const inIts = check && inContractCurrency(check.report, typed.currency, await this.rates.on(today));
    const whole = check && inIts ? withCreditCheck(typed, { ...check, report: inIts.report }, today) : typed;
    const judged = { ...whole, bureauPd: pooled?.pd ?? whole.bureauPd };
    const { findings, ...about } = await this.findings.about(judged, check, known?.customerId ?? null);
    const ofCheck = [...reused(check, isReused, today), ...(inIts?.findings ?? [])];
    const found = { ...judged, ...about, findings: [...ofCheck, ...findings] };
    return {
      application: withHistory(found, known, priorOf(typedPd, check, pooled, whole)),
      customerId: known?.customerId ?? null,
      check,
    };
  }

  /** A report of another company than the one that applies is not taken: neither as who it was asked about nor as who it is of. */
  private async mustBeOfApplicant({ companyName, registrationNumber }: Application, check: CreditCheckRow) {
    const { name, registrationNumber: asked } = await this.customers.byId(check.customerId);
    const of = nameInReceived(check.received);
    const isOther =
      asked !== null && registrationNumber !== null
        ? plainNumber(asked) !== plainNumber(registrationNumber)
        : nameMatch(name, companyName) === null;
    const isOfOther = of !== null && nameMatch(of, companyName) === null;
    if (!isOther && !isOfOther) return;
    const sentence = `The credit check is of ${isOfOther ? of : name}, not of ${companyName}. Ask for one of this company, or leave it out.`;
    throw new ApplicationNotRight([{ field: 'creditCheckId', sentence }]);
  }
}

/** Which report is used again, and of when it is. */
function reused(check: CreditCheckRow | null, isReused: boolean, today: string): Finding[] {
  if (!check || !isReused) return [];
  const { reportedOn } = check;
  const age = countInWords(Math.max(0, daysBetween(reportedOn, today)), 'day');
  const sentence = `The credit check of ${dayInWords(reportedOn)} is used again: it is ${age} old.`;
  return [{ rule: 'kept report', weight: 'note', sentence }];
}

function priorOf(
  typedPd: number | null,
  check: CreditCheckRow | null,
  pooled: CreditCheckPrior | null,
  { bureauPd, reportAgeDays: ageDays }: Application,
): Prior {
  if (typedPd !== null) return { from: 'typed in' };
  if (pooled) return { from: 'all credit checks', ageDays: pooled.ageDays, strength: pooled.strength };
  return { from: check && bureauPd !== null ? 'one credit check' : 'answers', ageDays };
}

/** What we saw ourselves; an insolvency that any credit check tells of counts, whoever asks. */
function withHistory(of: Application, known: KnownCustomer | null, prior: Prior): Application {
  const own = known?.own ?? null;
  const insolvent = of.insolvent || (own !== null && own.inputs.insolventSince !== null);
  return { ...of, isKnown: own !== null, insolvent, evidence: evidenceOf(of, prior, known) };
}

/**
 * What is typed in stands; what is not is taken from the credit check, which counts in the currency of the contract.
 * Insolvency counts whoever says so.
 */
function withCreditCheck(of: Application, { id, report, reportedOn }: CreditCheckRow, today: string): Application {
  const { accounts, suggestedLimit } = report;
  return {
    ...of,
    creditCheckId: id,
    bureauPd: of.bureauPd ?? report.failurePd,
    yearsTrading: of.yearsTrading ?? yearsTrading(report, today),
    judgments: of.judgments ?? report.judgments,
    netWorthMinor: of.netWorthMinor ?? accounts?.netWorthMinor ?? null,
    workingCapitalMinor: of.workingCapitalMinor ?? accounts?.workingCapitalMinor ?? null,
    insolvent: of.insolvent || report.isInsolvent === true,
    suggestedLimitMinor: suggestedLimit?.minor ?? null,
    reportAgeDays: Math.max(0, daysBetween(reportedOn, today)),
    isActive: report.isActive,
  };
}

/** Null when nothing was typed in of a credit check. */
function typedInOf(input: VetInput, currency: string): TypedIn | null {
  const typed = {
    bureauScale: input.bureauScale ?? null,
    bureauScore: input.bureauScore ?? null,
    yearsTrading: input.yearsTrading ?? null,
    judgments: input.judgments ?? null,
    netWorthMinor: input.netWorthMinor ?? null,
    workingCapitalMinor: input.workingCapitalMinor ?? null,
    insolvent: input.insolvent ?? null,
  };
  if (Object.values(typed).every((value) => value === null)) return null;
  return {
    ...typed,
    currency,
    daysBeyondTerms: null,
    accountsOverdue: null,
    suggestedLimitMinor: null,
    currentAssetsMinor: null,
    currentLiabilitiesMinor: null,
    totalAssetsMinor: null,
    totalLiabilitiesMinor: null,
    retainedEarningsMinor: null,
    ebitMinor: null,
  };
}

/** Natural persons, and whoever might be one. */
const NATURAL = [EntityType.SOLE_TRADER, EntityType.PARTNERSHIP, EntityType.UNKNOWN];

function applicationOf(input: VetInput, bureauPd: number | null): Application {
  return {
    companyName: input.companyName.trim(),
    registrationNumber: input.registrationNumber?.trim() || null,
    country: asWritten(input.country),
    entityType: input.entityType,
    isNaturalPerson: NATURAL.includes(input.entityType),
    currency: input.currency.trim().toUpperCase(),
    contractValueMinor: input.contractValueMinor,
    monthlyRunMinor: input.monthlyRunMinor,
    termsDaysAsked: input.termsDaysAsked,
    billingPeriodDays: input.billingPeriodDays ?? 30,
    workInProgressMinor: input.workInProgressMinor ?? 0,
    setUpCostMinor: input.setUpCostMinor ?? 0,
    limitAskedMinor: input.limitAskedMinor ?? null,
    margin: input.margin ?? null,
    hasGuarantee: input.hasGuarantee ?? false,
    isKnown: false,
    bureauScale: input.bureauScale ?? null,
    bureauScore: input.bureauScore ?? null,
    yearsTrading: input.yearsTrading ?? null,
    judgments: input.judgments ?? null,
    netWorthMinor: input.netWorthMinor ?? null,
    workingCapitalMinor: input.workingCapitalMinor ?? null,
    insolvent: input.insolvent ?? false,
    bureauPd,
    parentName: input.parentName?.trim() || null,
    creditCheckId: null,
    suggestedLimitMinor: null,
    reportAgeDays: 0,
    isActive: null,
  };
}

/** What is no country stays as it was written, so that the refusal can name it. */
function asWritten(country: string | null | undefined): string | null {
  const text = country?.trim() || null;
  return text === null ? null : (countryCode(text) ?? text);
}
