import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'One settled invoice: how late it was paid.' })
export class DaysLatePoint {
  @Field(() => String, { description: 'Number of the invoice.' })
  invoiceNumber: string;

  @Field(() => DayScalar, { description: 'Its due day.' })
  dueOn: string;

  @Field(() => DayScalar, { description: 'Day on which it was settled.' })
  settledOn: string;

  @Field(() => Int, { description: 'Days from the one to the other; negative when early.' })
  daysLate: number;

  @Field(() => Money, { description: 'Its amount.' })
  amount: Money;
}

@ObjectType({ description: 'A page of settled invoices.' })
export class DaysLatePage extends Paged(DaysLatePoint) {}
