import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Whether a customer gets reminders.' })
export class LeaveOutInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => Boolean, { description: 'True: no reminders from now on.' })
  leftOut: boolean;
}
