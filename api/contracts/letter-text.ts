import { amountInWords, dayInWords } from '../../analytics/index.js';
import type { Application } from '../decisions/application.js';
import type { Decision } from '../decisions/decision.view.js';
import { offerOf } from '../decisions/offer-of.js';
import { Outcome } from '../decisions/outcome.js';

/** What a company is told of a decision: title, addresses and paragraphs; a list is a paragraph a line. */
export interface LetterText {
  title: string;
  from: string;
  to: string;
  day: string;
  paragraphs: { text: string; list?: readonly string[] }[];
}

/** The specific reasons, the terms where there are any, and for a natural person the way to a review. */
export function letterText({
  supplier,
  customer,
  decision,
}: {
  supplier: string;
  customer: string;
  decision: Decision;
}): LetterText {
  const { recommendation: of, outcome, decidedOn } = decision;
  const isApproved = outcome === Outcome.APPROVE || outcome === Outcome.APPROVE_WITH_CONDITIONS;
  const application = decision.inputs as Partial<Application>;
  const paragraphs: LetterText['paragraphs'] = [opening(outcome, decision)];
  if (isApproved) paragraphs.push({ text: 'The terms are:', list: terms(decision) });
  if (!isApproved || outcome === Outcome.APPROVE_WITH_CONDITIONS)
    paragraphs.push({
      text: isApproved
        ? 'We ask for these terms mainly because:'
        : outcome === Outcome.DECLINE
          ? 'The principal reasons are:'
          : 'What has to be looked at:',
      list: of.principalReasons.slice(0, 4),
    });
  if (application.creditCheckId)
    paragraphs.push({
      text: 'Part of this stands on what a credit reference agency or a public register says. It took no part in the decision. We name it when you ask, and you can have it correct what is wrong there.',
    });
  if (application.isNaturalPerson) paragraphs.push({ text: REVIEW });
  paragraphs.push({ text: 'If something here is wrong or has changed, tell us, and we look at it again.' });
  return {
    title: 'Decision on your application for credit',
    ...{ from: supplier, to: customer, day: dayInWords(decidedOn), paragraphs },
  };
}

const REVIEW =
  'The recommendation that this decision stands on was worked out by a program. You may ask that a person reviews the decision, say what you think of it, and have what it stands on corrected; the person who reviews it can decide otherwise. Write to us for that. Within 60 days of this letter you may also ask for the reasons in writing.';

function opening(outcome: Outcome, decision: Decision): { text: string } {
  if (outcome === Outcome.DECLINE)
    return {
      text: 'We have looked at your application and cannot supply you on credit. We gladly supply you against payment before supply.',
    };
  if (outcome === Outcome.REFER)
    return { text: 'We have looked at your application. A person has to decide about it, and will write to you.' };
  const isOnCredit = offerOf(decision).limit.minor > 0;
  return {
    text: `We have looked at your application and are glad to supply you${isOnCredit ? ' on credit' : ', against payment before supply'}.`,
  };
}

function paymentOf({ termsDays, limit }: { termsDays: number; limit: { minor: number } }): string {
  if (termsDays > 0) return `${termsDays} days from the date of the invoice`;
  return limit.minor > 0 ? 'on receipt of the invoice' : 'before supply';
}

function terms(decision: Decision): string[] {
  const of = { ...decision.recommendation, ...offerOf(decision) };
  const amount = ({ minor, currency }: { minor: number; currency: string }) => amountInWords(minor, currency);
  return [
    `Limit: ${of.limit.minor > 0 ? amount(of.limit) : 'nothing on credit'}`,
    `Payment: ${paymentOf(of)}`,
    ...(of.billingPeriodDays ? [`Invoices: every ${of.billingPeriodDays} days`] : []),
    `Deposit: ${of.deposit.minor > 0 ? amount(of.deposit) : 'none'}`,
    ...(of.releaseRule ? [of.releaseRule] : []),
    ...(of.validUntil ? [`This offer stands until ${dayInWords(of.validUntil)}.`] : []),
  ];
}

export function letterAsText({ title, from, to, day, paragraphs }: LetterText): string {
  const body = paragraphs.map(({ text, list = [] }) => [text, ...list.map((each) => `- ${each}`)].join('\n'));
  return `${[from, to, day, title, ...body, from].join('\n\n')}\n`;
}
