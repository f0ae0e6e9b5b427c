import { Field, ObjectType } from '@nestjs/graphql';
import { Approval } from '../approvals/approval.view.js';
import { Customer } from '../customers/customer.entity.js';
import { Money } from '../shared/money.view.js';

@ObjectType({ description: 'A deposit that is to be given back, and why.' })
export class DepositToRelease {
  @Field(() => Money, { description: 'How much.' })
  amount: Money;

  @Field(() => String, { description: 'Why, as a colleague would say it.' })
  reason: string;
}

@ObjectType({ description: 'A deposit that is given back, or waits for a second person.' })
export class DepositReleased {
  @Field(() => Customer, { description: 'The customer, as it is now.' })
  customer: Customer;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}
