import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
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

export enum CreditKind {
  PAYMENT = 'payment',
  CREDIT_NOTE = 'credit_note',
  WRITE_OFF = 'write_off',
  RETURNED_PAYMENT = 'returned_payment',
}
registerEnumType(CreditKind, {
  name: 'CreditKind',
  description: 'What lowered the balance.',
  valuesMap: {
    PAYMENT: { description: 'Money received.' },
    CREDIT_NOTE: { description: 'Part or all of an invoice given back.' },
    WRITE_OFF: { description: 'Given up as lost.' },
    RETURNED_PAYMENT: { description: 'A payment the bank took back: raises the balance again.' },
  },
});

@ObjectType({
  description: 'What lowers a balance: a payment, a credit note or a write-off. A returned payment raises it again.',
})
@Entity('credit')
@Unique('credit_number_key', ['customerId', 'kind', 'number'])
@Index('credit_unapplied', { synchronize: false })
@Index('credit_dated', { synchronize: false })
@Index('credit_write_off', { synchronize: false })
@Index('credit_credit_note', { synchronize: false })
@Check('credit_kind', `kind in ('payment', 'credit_note', 'write_off', 'returned_payment')`)
@Check('credit_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('credit_sign', `(kind = 'returned_payment') = (amount_minor < 0) and amount_minor <> 0`)
@Check('credit_not_overallocated', 'allocated_minor between least(0, amount_minor) and greatest(0, amount_minor)')
@Check('credit_applied_when_spent', '(applied_on is null) = (allocated_minor <> amount_minor)')
export class Credit {
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

  @Field(() => CreditKind, { description: 'Payment, credit note, write-off or returned payment.' })
  @Column('text')
  kind: CreditKind;

  @Field(() => DayScalar, { description: 'Day of the payment or document.' })
  @Column('date')
  datedOn: string;

  @Column('text')
  currency: string;

  @Column('bigint')
  amountMinor: number;

  @Column('bigint', { default: 0 })
  allocatedMinor: number;

  @Column('date', { nullable: true })
  lastAllocatedOn: string | null;

  @Column('date', { nullable: true })
  appliedOn: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { nullable: true })
  knownAt: Date | null;
}
