import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';

@InputType({ description: 'Who owns a customer.' })
export class OwnerInput {
  @Field(() => ID, { description: 'Which customer.' })
  customerId: string;

  @Field(() => ID, { nullable: true, description: 'The person; null: nobody.' })
  @IsOptional()
  personId?: string | null;
}

@InputType({ description: 'Whether a customer gets reminders.' })
export class LeaveOutInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => Boolean, { description: 'True: no reminders from now on.' })
  leftOut: boolean;
}
