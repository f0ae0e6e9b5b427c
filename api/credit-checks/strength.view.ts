import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One ratio of accounts and its points.' })
export class StrengthReason {
  @Field(() => String, { description: 'The ratio in words.' })
  title: string;

  @Field(() => Int, { description: 'Points it gave or took.' })
  points: number;
}

@ObjectType({
  description:
    'How strong filed accounts are, by a scorecard fitted on accounts of listed companies of the United States.',
})
export class AccountsStrengthView {
  @Field(() => Int, { nullable: true, description: 'On the scale of the score; null: not computable.' })
  points: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share that failed of companies like it in the sample: it ranks, and does not foretell.',
  })
  pd: number | null;

  @Field(() => [String], { description: 'What the accounts lack; empty when it was computed.' })
  missing: readonly string[];

  @Field(() => [StrengthReason], { description: 'The ratios, worst first; with the base they add up to the points.' })
  reasons: readonly StrengthReason[];

  @Field(() => Int, { description: 'Points before any ratio.' })
  basePoints: number;

  @Field(() => String, { description: 'Version of the table.' })
  cardVersion: string;
}
