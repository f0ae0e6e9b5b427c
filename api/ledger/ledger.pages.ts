import { Field, ObjectType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { Allocation } from './allocation.entity.js';
import { Credit } from './credit.entity.js';
import { Invoice } from './invoice.entity.js';

@ObjectType({ description: 'A page of invoices.' })
export class InvoicePage extends Paged(Invoice) {
  @Field(() => DayScalar, { description: 'The day of which it speaks.' })
  asOf: string;
}

@ObjectType({ description: 'A page of credits.' })
export class CreditPage extends Paged(Credit) {}

@ObjectType({ description: 'A page of allocations.' })
export class AllocationPage extends Paged(Allocation) {}
