import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar, JsonScalar } from '../shared/scalars.js';
import { AccountsStrengthView } from './strength.view.js';

export enum CreditCheckProvider {
  TYPED_IN = 'typed in',
  COMPANIES_HOUSE = 'companies house',
  CREDITSAFE = 'creditsafe',
  DNB = 'dnb',
  GAZETTE = 'gazette',
}
registerEnumType(CreditCheckProvider, {
  name: 'CreditCheckProvider',
  description: 'Who says what a credit check says.',
  valuesMap: {
    TYPED_IN: { description: 'A person typed it in, from a report or from hearsay.' },
    COMPANIES_HOUSE: { description: 'The register of companies of the United Kingdom.' },
    CREDITSAFE: { description: 'Creditsafe Connect.' },
    DNB: { description: 'Dun & Bradstreet Direct+.' },
    GAZETTE: { description: 'The Gazette: notices of insolvency in the United Kingdom.' },
  },
});

/** Where all companies of a country stand: one that is not there by its number is no company of that number. */
export const REGISTERS: readonly string[] = [CreditCheckProvider.COMPANIES_HOUSE];
/** Who tell a chance: the report of one will do where another does not answer. */
export const BUREAUS: readonly string[] = [CreditCheckProvider.CREDITSAFE, CreditCheckProvider.DNB];

export enum AltmanZoneName {
  SAFE = 'safe',
  GREY = 'grey',
  DISTRESS = 'distress',
}
registerEnumType(AltmanZoneName, {
  name: 'AltmanZone',
  description: 'Where a Z″ lies.',
  valuesMap: {
    SAFE: { description: 'Above what fails.' },
    GREY: { description: 'Between: it says nothing.' },
    DISTRESS: { description: 'Below what lasts.' },
  },
});

@ObjectType({ description: 'What happened to a company, as a register or the gazette tells it.' })
export class CompanyEvent {
  @Field(() => String, { description: 'What, in words.' })
  what: string;

  @Field(() => DayScalar, { nullable: true, description: 'When; null when it is not said.' })
  on: string | null;

  @Field(() => Boolean, { description: 'Whether it is insolvency; a members’ voluntary liquidation is not.' })
  isInsolvency: boolean;
}

@ObjectType('AltmanScore', { description: 'Altman’s Z″ of the accounts that were filed, or what it lacks.' })
export class AltmanScoreView {
  @Field(() => Float, { nullable: true, description: 'Null: not computable.' })
  z: number | null;

  @Field(() => AltmanZoneName, { nullable: true, description: 'Where it lies.' })
  zone: AltmanZoneName | null;

  @Field(() => [String], { description: 'What is not in the accounts; empty when it was computed.' })
  missing: readonly string[];
}

@ObjectType({
  description: 'What a credit check says, whoever gave it: one shape. Null is “not said” or “not scored”.',
})
export class CreditCheckReport {
  @Field(() => [String], { description: 'All of it in sentences, the worst first.' })
  sentences: string[];

  @Field(() => Float, { nullable: true, description: 'Chance of failure within 12 months, a share of one.' })
  failurePd: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Chance of paying 90 days late or not at all within 12 months, a share of one.',
  })
  delinquencyPd: number | null;

  @Field(() => String, { nullable: true, description: 'The provider’s own word for the risk.' })
  band: string | null;

  @Field(() => Money, { nullable: true, description: 'The limit that is suggested.' })
  suggestedLimit: Money | null;

  @Field(() => Float, { nullable: true, description: 'How late it pays others; negative: sooner than its terms.' })
  daysBeyondTerms: number | null;

  @Field(() => Int, { nullable: true, description: 'Unpaid court judgments that are its own.' })
  judgments: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Judgments that may be another’s of a like name: nothing is decided by them.',
  })
  possibleJudgments: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its accounts are overdue at the register.' })
  accountsOverdue: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in an insolvency procedure.' })
  isInsolvent: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'False: dissolved or closed.' })
  isActive: boolean | null;

  @Field(() => [CompanyEvent], { description: 'What the registers and the gazette tell of it.' })
  events: readonly CompanyEvent[];

  @Field(() => Int, { nullable: true, description: 'Whole years since it was founded, on the day of the report.' })
  yearsTrading: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people it employs.' })
  employees: number | null;

  @Field(() => Money, { nullable: true, description: 'What it turns over in a year.' })
  turnover: Money | null;

  @Field(() => Money, { nullable: true, description: 'Equity less intangible assets, by its last accounts.' })
  netWorth: Money | null;

  @Field(() => Money, { nullable: true, description: 'Current assets less current liabilities, by its last accounts.' })
  workingCapital: Money | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day its last accounts were made up to.' })
  accountsTo: string | null;

  @Field(() => AltmanScoreView, { description: 'Z″ of its last accounts, or what it lacks.' })
  altman: AltmanScoreView;

  @Field(() => AccountsStrengthView, { description: 'How strong its last accounts are, or what they lack.' })
  strength: AccountsStrengthView;
}

@ObjectType({ description: 'What somebody else says of a customer. Reading what it says is written down.' })
export class CreditCheck {
  customerId: number;

  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => CreditCheckProvider, { description: 'Who says it.' })
  provider: CreditCheckProvider;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s own key of the company; where a typed report is from.',
  })
  reference: string | null;

  @Field(() => DayScalar, { description: 'The day of the report.' })
  reportedOn: string;

  @Field(() => Int, { description: 'Its age in days, today.' })
  ageDays: number;

  @Field(() => InstantScalar, { description: 'When we received it.' })
  receivedAt: Date;

  @Field(() => String, { description: 'Who asked for it, or typed it in.' })
  askedBy: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it stands though a newer one was asked for since; null when none was, or one came.',
  })
  standsBecause: string | null;

  @Allow('credit-checks.read')
  @Field(() => CreditCheckReport, { description: 'What it says.' })
  report: CreditCheckReport;

  @Allow('credit-checks.read')
  @Field(() => JsonScalar, {
    description: 'What was received, as it came, without gender, birth and nationality of people.',
  })
  received: unknown;
}

@ObjectType({ description: 'A page of credit checks.' })
export class CreditCheckPage extends Paged(CreditCheck) {}

export enum CreditCheckOutcome {
  NEW = 'new',
  REUSED = 're-used',
  LAST_GOOD = 'last good',
  NONE = 'none',
  UNKNOWN = 'unknown',
}
registerEnumType(CreditCheckOutcome, {
  name: 'CreditCheckOutcome',
  description: 'What became of a request.',
  valuesMap: {
    NEW: { description: 'A new report came.' },
    REUSED: { description: 'One that is young enough is used again; none was paid for.' },
    LAST_GOOD: { description: 'None came; the last good one of this provider stands.' },
    NONE: { description: 'None came, and there is no earlier one of this provider.' },
    UNKNOWN: {
      description:
        'The provider answered that it knows no such company, or not which of several it is; the last good one stands, if there is one.',
    },
  },
});

@ObjectType({ description: 'What became of the request for a credit check.' })
export class CreditCheckAnswer {
  customerId: number;

  @Field(() => CreditCheckOutcome, { description: 'In a word.' })
  outcome: CreditCheckOutcome;

  @Field(() => String, { description: 'In a sentence.' })
  sentence: string;

  @Field(() => CreditCheck, { nullable: true, description: 'The report that holds now; null when there is none.' })
  creditCheck: CreditCheck | null;
}

@ObjectType({ description: 'A provider of credit checks, as it is set up here.' })
export class ProviderOffer {
  @Field(() => CreditCheckProvider, { description: 'Which.' })
  provider: CreditCheckProvider;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => Boolean, { description: 'Whether it can be asked.' })
  isConfigured: boolean;

  @Field(() => String, { description: 'What it gives and needs; or how to set it up.' })
  sentence: string;

  @Field(() => Boolean, { description: 'Whether each of its reports is paid for.' })
  isPaid: boolean;

  @Field(() => [String], {
    nullable: true,
    description: 'Countries of the companies it knows, by the two letters of ISO 3166; null: any.',
  })
  countries: readonly string[] | null;

  @Field(() => Boolean, {
    description: 'Whether it is asked by itself about a company that is vetted, by its number and country.',
  })
  isAskedOnVetting: boolean;

  @Field(() => Int, { description: 'Reports younger than so many days are used again.' })
  reuseDays: number;

  @Field(() => DayScalar, { nullable: true, description: 'Since when that holds; null where nobody said.' })
  reuseSince: string | null;

  @Field(() => String, { nullable: true, description: 'Why so long; null where nobody said.' })
  reuseReason: string | null;
}
