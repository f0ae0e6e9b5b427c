import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Aging } from '../ledger/aging.view.js';
import { Grade } from '../shared/grade.js';
import { Money } from '../shared/money.view.js';
import { DayScalar, MinorUnitsScalar } from '../shared/scalars.js';

@ObjectType({ description: 'What customers of one grade owe, in the reporting currency.' })
export class GradeAging {
  @Field(() => Grade, { nullable: true, description: 'The grade; null for customers without a score.' })
  grade: Grade | null;

  @Field(() => Int, { description: 'How many of them owe something that is in the ageing.' })
  customers: number;

  @Field(() => Aging, { description: 'By how long it has been owed.' })
  aging: Aging;
}

@ObjectType({ description: 'A customer that owes much.' })
export class DebtorBalance {
  customerId: number;

  @Field(() => Money, { description: 'What it owes, in the reporting currency.' })
  balance: Money;

  @Field(() => Money, { description: 'What of it is overdue, in the reporting currency.' })
  overdue: Money;

  @Field(() => Int, { description: 'Days past due of its oldest open invoice; 0 when nothing is overdue.' })
  oldestDaysPastDue: number;

  @Field(() => Float, { description: 'Its share of all that is owed.' })
  share: number;
}

@ObjectType({ description: 'What there is in a currency without a rate: it is in no total and in no count.' })
export class LeftOutCurrency {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency: string;

  @Field(() => MinorUnitsScalar, { description: 'What is open.' })
  total: number;

  @Field(() => MinorUnitsScalar, { description: 'What of it is overdue.' })
  overdue: number;

  @Field(() => Int, { description: 'How many invoices that is.' })
  invoices: number;

  @Field(() => MinorUnitsScalar, { description: 'Cash and credit notes not yet set against an invoice: negative.' })
  unapplied: number;
}

@ObjectType({ description: 'How much hangs on few customers.' })
export class ConcentrationView {
  @Field(() => Float, { description: 'Herfindahl–Hirschman index: the sum of squared shares, 0 to 1.' })
  hhi: number;

  @Field(() => Float, { description: 'As many customers of equal size would give the same index.' })
  effectiveN: number;

  @Field(() => Float, { description: 'Share of the ten largest.' })
  top10Share: number;
}

@ObjectType({ description: 'What was owed on a past day, in the reporting currency.' })
export class PortfolioPoint {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => MinorUnitsScalar, { description: 'What was open.' })
  total: number;

  @Field(() => MinorUnitsScalar, { description: 'What of it was overdue.' })
  overdue: number;
}

@ObjectType({ description: 'Cash that is expected, from the days on which each invoice is likely to be paid.' })
export class ExpectedCash {
  @Field(() => Money, {
    description: 'Each open amount × its chance of being paid within 30 days of the day it was last told.',
  })
  expected: Money;

  @Field(() => Money, { description: 'All that is open of these invoices; what no basis is known for is in neither.' })
  ofOpen: Money;
}

@ObjectType({ description: 'The whole book on a day, in the reporting currency.' })
export class Portfolio {
  @Field(() => DayScalar, { description: 'The day.' })
  asOf: string;

  @Field(() => String, { description: 'The reporting currency.' })
  currency: string;

  @Field(() => Money, { description: 'What is open, before unapplied cash.' })
  total: Money;

  @Field(() => Money, { description: 'What of it is past due.' })
  overdue: Money;

  @Field(() => Money, { description: 'Cash and credit notes not yet set against an invoice: negative.' })
  unapplied: Money;

  @Field(() => Float, { nullable: true, description: 'Overdue ÷ total; null when nothing is owed.' })
  overdueShare: number | null;

  @Field(() => Int, { description: 'Customers that owe something that is in the total.' })
  customersOwing: number;

  @Field(() => Int, { description: 'Open invoices that are in the total.' })
  openInvoices: number;

  @Field(() => Int, { description: 'Those of them that are past due.' })
  overdueInvoices: number;

  @Field(() => Money, { description: 'What was invoiced in the 90 days up to the day.' })
  sales90: Money;

  @Field(() => Float, { nullable: true, description: 'Days sales outstanding: total × 90 ÷ sales of 90 days.' })
  dso: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The DSO if everybody paid on the due day: what is not yet due × 90 ÷ sales of 90 days.',
  })
  bestPossibleDso: number | null;

  @Field(() => Float, { nullable: true, description: 'DSO less the best possible.' })
  averageDaysDelinquent: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'DSO by counting back whole 30-day periods of sales; null when the balance exceeds a year of sales.',
  })
  countBackDso: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Days past due of all that is open, weighted by amount, never below 0 for one invoice.',
  })
  weightedDaysPastDue: number | null;

  @Field(() => Money, { description: 'What falls due in the next 30 days.' })
  dueNext30: Money;

  @Field(() => Money, {
    nullable: true,
    description:
      'What of it is expected late: each amount × its chance of being paid late by the model of lateness, or by the score of its customer where that says nothing; null when neither does.',
  })
  expectedLateNext30: Money | null;

  @Field(() => ExpectedCash, {
    nullable: true,
    description: 'What is expected to come in within 30 days; null while no model of lateness is in force on the day.',
  })
  expectedCashNext30: ExpectedCash | null;

  @Field(() => ConcentrationView, {
    nullable: true,
    description: 'How much hangs on few customers; null when nothing is owed.',
  })
  concentration: ConcentrationView | null;

  @Field(() => [LeftOutCurrency], { description: 'What is in no total and no count because its currency has no rate.' })
  leftOut: LeftOutCurrency[];
}
