import { Field, ObjectType } from '@nestjs/graphql';
import { Approval } from '../approvals/approval.view.js';
import { Invoice } from '../ledger/invoice.entity.js';

@ObjectType({ description: 'An invoice whose open balance is written off, or waits for a second person.' })
export class WrittenOff {
  @Field(() => Invoice, { description: 'The invoice, as it is now.' })
  invoice: Invoice;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}
