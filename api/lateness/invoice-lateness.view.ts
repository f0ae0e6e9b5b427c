import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'A row of the lateness model that moved what it says of an invoice.' })
export class LatenessReason {
  @Field(() => String, { description: 'Key of the row.' })
  term: string;

  @Field(() => Float, {
    description: 'Log-odds by which it makes staying open likelier; negative: less likely.',
  })
  effect: number;

  @Field(() => String, { description: 'The same in words, with the value seen.' })
  sentence: string;
}

@ObjectType({
  description: 'How late an open invoice will be paid, as the model in force sees it. Chances are shares of one.',
})
export class InvoiceLateness {
  @Field(() => Float, { description: 'Chance of being paid after the due day.' })
  late: number;

  @Field(() => Float, { description: 'Chance of being more than 7 days late.' })
  late7: number;

  @Field(() => Float, { description: 'Chance of being more than 30 days late.' })
  late30: number;

  @Field(() => Float, {
    description: 'Chance of being late by the habit of the customer alone: the base that the reasons move.',
  })
  lateByHabit: number;

  @Field(() => Float, { description: 'Chance of being paid within 30 days of the day it was told.' })
  paidIn30Days: number;

  @Field(() => Int, { description: 'Days from due by which it is as likely paid as not; negative: before it.' })
  expectedDaysLate: number;

  @Field(() => DayScalar, { description: 'The day by which it is as likely paid as not.' })
  expectedOn: string;

  @Field(() => Int, { description: 'Version of the model.' })
  modelVersion: number;

  @Field(() => DayScalar, { description: 'The day as of which it was told.' })
  scoredOn: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why this stands from before though the model should have been asked again; null while all is well.',
  })
  standsBecause: string | null;

  @Field(() => [LatenessReason], { description: 'The rows of the model that moved it most, the strongest first.' })
  reasons: LatenessReason[];
}
