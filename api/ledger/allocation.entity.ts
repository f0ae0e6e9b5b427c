import { Field, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DayScalar } from '../shared/scalars.js';
import { Credit } from './credit.entity.js';
import { Invoice } from './invoice.entity.js';

@ObjectType({ description: 'How much of a credit was set against an invoice, and on which day.' })
@Entity('allocation')
@Index('allocation_credit', { synchronize: false })
@Check('allocation_amount', 'amount_minor <> 0')
export class Allocation {
  @PrimaryColumn('bigint')
  customerId: number;

  @PrimaryColumn('bigint')
  invoiceId: number;

  @PrimaryColumn('bigint')
  creditId: number;

  @Field(() => DayScalar, { name: 'on', description: 'Day from which it lowers the invoice.' })
  @PrimaryColumn('date')
  allocatedOn: string;

  @ManyToOne(() => Invoice)
  @JoinColumn([
    { name: 'customer_id', referencedColumnName: 'customerId' },
    { name: 'invoice_id', referencedColumnName: 'id' },
  ])
  invoice: Relation<Invoice>;

  @ManyToOne(() => Credit)
  @JoinColumn([
    { name: 'customer_id', referencedColumnName: 'customerId' },
    { name: 'credit_id', referencedColumnName: 'id' },
  ])
  credit: Relation<Credit>;

  @Column('bigint')
  amountMinor: number;

  @Column('timestamptz', { nullable: true })
  knownAt: Date | null;
}
