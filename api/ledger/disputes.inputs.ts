import { Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength, MinLength } from 'class-validator';

@InputType({ description: 'Whether the customer contests an invoice.' })
export class DisputeInput {
  @Field(() => ID, { description: 'Whose invoice.' })
  customerId: string;

  @Field(() => ID, { description: 'Which invoice.' })
  invoiceId: string;

  @Field(() => Boolean, { description: 'True: it is contested from now on. False: that is settled.' })
  isDisputed: boolean;

  @Field(() => String, { description: 'What is contested, or how it was settled: kept in the audit.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}
