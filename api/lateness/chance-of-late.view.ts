import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'How likely a customer pays late, and who says so: the model of lateness, or else the scorecard.',
})
export class ChanceOfLate {
  @Field(() => Float, { description: 'A share of one.' })
  share: number;

  @Field(() => Boolean, {
    description: 'Whether the model of lateness says so; the scorecard does where it says nothing.',
  })
  isByModel: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Open invoices, not due yet, the model said it of; null by the scorecard.',
  })
  invoices: number | null;

  @Field(() => Int, { nullable: true, description: 'Version of the model; null by the scorecard.' })
  modelVersion: number | null;
}
