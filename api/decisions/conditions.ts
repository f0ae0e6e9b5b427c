import { dayInWords, type Grade, yearlyRateOfDiscount } from '../../analytics/index.js';
import type { Application } from './application.js';
import type { JudgedOffer } from './offers-of.js';
import type { Policy } from './policy.js';

/** Something that makes an offer safer, with the reason why it is proposed here. */
export interface Instrument {
  key: string;
  title: string;
  reason: string;
}

const percent = (of: number) => `${Number((of * 100).toPrecision(3))} %`;

/** What goes with the offer, by rule. */
export function instruments(of: Application, grade: Grade, best: JudgedOffer, policy: Policy): Instrument[] {
  const all: Instrument[] = [];
  const propose = (holds: boolean, key: string, title: string, reason: string) => {
    if (holds) all.push({ key, title, reason });
  };
  propose(
    policy.directDebit[grade] === 'yes' && best.termsDays > 0,
    'direct debit',
    'Direct debit',
    `Grade ${grade}: what falls due is collected, not waited for.`,
  );
  propose(
    best.billingPeriodDays < of.billingPeriodDays,
    'shorter billing',
    `Invoices every ${best.billingPeriodDays} days`,
    `Instead of every ${of.billingPeriodDays}: what can be lost falls by as much as with terms shorter by as many days.`,
  );
  propose(
    of.workInProgressMinor + of.setUpCostMinor > best.eadMinor * policy.milestoneShare,
    'milestone billing',
    'Invoice by milestones',
    `More than ${percent(policy.milestoneShare)} of what can be lost is work that is not invoiced.`,
  );
  propose(
    policy.guarantee[grade] === 'yes' && !of.hasGuarantee,
    'guarantee',
    'Guarantee of the parent, a bank or a person',
    `Grade ${grade}. Who guarantees as a person has the rights of one: tell them how it was decided.`,
  );
  propose(
    policy.retentionOfTitle[grade] === 'yes' && !of.isNaturalPerson && best.atRiskMinor > 0,
    'retention of title',
    'Retention of title',
    'Goods delivered and not paid for stay ours; of no use for services.',
  );
  const { discountShare: discount, discountDays } = policy;
  if (best.termsDays > discountDays && discount > 0 && discount < 1) {
    const rate = yearlyRateOfDiscount({ discount, discountDays, netDays: best.termsDays });
    propose(
      policy.earlyDiscount[grade] === 'yes' &&
        rate.effective <= best.expectedLossMinor / Math.max(1, best.atRiskMinor) + policy.fundingRate,
      'early-payment discount',
      `${percent(discount)} off when paid within ${discountDays} days`,
      `Costs us ${percent(rate.effective)} a year, less than money and risk do.`,
    );
  }
  propose(
    best.atRiskMinor > 0 && best.expectedLossMinor > best.marginMinor * policy.insuredShare,
    'credit insurance',
    'Credit insurance',
    `What is to be expected of losses is more than ${percent(policy.insuredShare)} of the margin: ask an insurer for the price of the cover.`,
  );
  return all;
}

/** When a deposit is given back: in the words of the offer and of the contract. */
export function releaseRule(depositMinor: number, policy: Policy): string | null {
  if (depositMinor === 0) return null;
  const { releaseInvoices, releaseDaysLate } = policy;
  return `The deposit is released after ${releaseInvoices} invoices paid at most ${releaseDaysLate} days late on average, or when the grade is A or B; until then it may be set against what is overdue.`;
}

/** What a yearly rate a discount of the policy’s comes to on these terms; null when there are no days to gain. */
export function discountRate(termsDays: number, { discountShare: discount, discountDays }: Policy) {
  if (termsDays <= discountDays || discount >= 1) return null;
  return {
    discount,
    discountDays,
    netDays: termsDays,
    ...yearlyRateOfDiscount({ discount, discountDays, netDays: termsDays }),
  };
}

/** What is to be said of terms that the law caps; null: it does not. */
export function aboveTheLaw(termsDays: number, entityType: string, policy: Policy): string | null {
  const isPublic = entityType === 'public_body';
  const most = isPublic ? policy.longestTermsDaysOfPublicBody : policy.longestTermsDays;
  if (termsDays <= most) return null;
  return isPublic
    ? `A public body has to pay within ${most} days in the EU and the UK; have longer terms checked.`
    : `Terms above ${most} days need express agreement in the EU and are to be capped in the UK; have them checked.`;
}

export function notes(of: Application, isAllThatCouldBeLost: boolean, validUntil: string, policy: Policy): string[] {
  const all: string[] = [];
  const say = (holds: boolean, sentence: string) => {
    if (holds) all.push(sentence);
  };
  say(
    isAllThatCouldBeLost,
    'The deposit is all that could be owed once supply stops; the usual share of the contract would be more.',
  );
  say(
    of.isNaturalPerson,
    'Treated as a natural person: tell them how this was decided; they may ask that a person reviews it.',
  );
  const tooLong = aboveTheLaw(of.termsDaysAsked, of.entityType, policy);
  say(tooLong !== null, `${of.termsDaysAsked} days were asked. ${tooLong}`);
  say(of.isActive === false, 'The credit check has it as dissolved or closed: see that it is the right company.');
  say(
    of.bureauScore !== null && of.bureauPd === null,
    `The bureau’s value ${of.bureauScore} means “not scored”, so it counts as unknown.`,
  );
  say(
    of.evidence?.isCheckUnread === true,
    'A credit check is kept that whoever asks may not read: it counts for nothing here.',
  );
  say(of.margin === null, `No margin was given: ${percent(policy.margin)} of the contract is assumed.`);
  say(true, `The offer stands until ${dayInWords(validUntil)}.`);
  return all;
}
