import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Customer } from '../customers/customer.entity.js';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'What we asked a customer to pay, and by when.' })
@Entity('invoice')
@Unique('invoice_number_key', ['customerId', 'number'])
@Index('invoice_open', { synchronize: false })
@Index('invoice_settled', { synchronize: false })
@Index('invoice_issued', { synchronize: false })
@Index('invoice_open_long', { synchronize: false })
@Index('invoice_by_number', { synchronize: false })
@Check('invoice_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('invoice_amount', 'amount_minor > 0')
@Check('invoice_not_overpaid', 'allocated_minor between 0 and amount_minor')
@Check('invoice_settled_when_paid', '(settled_on is null) = (allocated_minor < amount_minor)')
@Check('invoice_first_allocation', 'settled_on is null or first_allocated_on is not null')
export class Invoice {
  @PrimaryColumn('bigint')
  customerId: number;

  @Field(() => ID, { description: 'Our key.' })
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: number;

  @ManyToOne(() => Customer)
  customer: Relation<Customer>;

  @Field(() => String, { description: 'Its number in the accounting system.' })
  @Column('text')
  number: string;

  @Field(() => DayScalar, { description: 'Day of issue.' })
  @Column('date')
  issuedOn: string;

  @Field(() => DayScalar, { description: 'Last day on which payment is on time.' })
  @Column('date')
  dueOn: string;

  @Column('text')
  currency: string;

  @Column('bigint')
  amountMinor: number;

  @Column('bigint', { default: 0 })
  allocatedMinor: number;

  @Column('date', { nullable: true })
  firstAllocatedOn: string | null;

  @Column('date', { nullable: true })
  lastAllocatedOn: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day on which nothing of it was open any more; null while it is open.',
  })
  @Column('date', { nullable: true })
  settledOn: string | null;

  /** The last day on which something set against it became known; null: all of it on its own day. */
  @Column('date', { nullable: true })
  allocationsKnownOn: string | null;

  @Field(() => String, { nullable: true, description: 'Payment terms as the ledger writes them.' })
  @Column('text', { nullable: true })
  paymentTerms: string | null;

  @Field(() => Boolean, { description: 'Whether the customer contests it.' })
  @Column('boolean', { default: false })
  isDisputed: boolean;

  @Column('timestamptz', { nullable: true })
  knownAt: Date | null;
}
