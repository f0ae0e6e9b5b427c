import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Person } from '../auth/person.entity.js';

export enum EntityType {
  COMPANY = 'company',
  PARTNERSHIP = 'partnership',
  SOLE_TRADER = 'sole_trader',
  PUBLIC_BODY = 'public_body',
  UNKNOWN = 'unknown',
}
registerEnumType(EntityType, {
  name: 'EntityType',
  description: 'What a customer is in law. Unknown is treated as a natural person.',
  valuesMap: {
    COMPANY: { description: 'A company with limited liability.' },
    PARTNERSHIP: { description: 'Partners who answer with what they own.' },
    SOLE_TRADER: { description: 'A natural person in business.' },
    PUBLIC_BODY: { description: 'A state, council, school or other public body.' },
    UNKNOWN: { description: 'Not known: treated as a natural person.' },
  },
});

export enum CustomerStage {
  PROSPECT = 'prospect',
  ACTIVE = 'active',
  CLOSED = 'closed',
}
registerEnumType(CustomerStage, {
  name: 'CustomerStage',
  description: 'Where a customer is in its life with us.',
  valuesMap: {
    PROSPECT: { description: 'Vetted or to be vetted; nothing is sold yet.' },
    ACTIVE: { description: 'We supply, or have supplied.' },
    CLOSED: { description: 'Nothing more will be sold.' },
  },
});

@ObjectType({ description: 'A business or person that buys from us, or wants to.' })
@Entity('customer')
@Unique('customer_number_key', ['number'])
@Index('customer_name', { synchronize: false })
@Index('customer_parent', { synchronize: false })
@Index('customer_plain_number', { synchronize: false })
@Index('customer_name_begins', { synchronize: false })
@Index('customer_owner', { synchronize: false })
@Index('customer_by_segment', { synchronize: false })
@Check('customer_stage', `stage in ('prospect', 'active', 'closed')`)
@Check('customer_entity_type', `entity_type in ('company', 'partnership', 'sole_trader', 'public_body', 'unknown')`)
@Check('customer_country', `country ~ '^[A-Z]{2}$'`)
@Check('customer_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('customer_terms', 'terms_days between 0 and 365')
@Check('customer_segment', `segment <> ''`)
@Check('customer_limit', 'credit_limit_minor >= 0')
@Check('customer_deposit', 'deposit_held_minor >= 0')
@Check('customer_not_own_parent', 'parent_id <> id')
export class Customer {
  @Field(() => ID, { description: 'Our key; stays the same for the life of the customer.' })
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: number;

  @Field(() => String, { description: 'The number the accounting system gives it.' })
  @Column('text')
  number: string;

  @Field(() => String, { description: 'Its name; the number where the ledger holds no name.' })
  @Column('text')
  name: string;

  @Field(() => CustomerStage, { description: 'Prospect, active or closed.' })
  @Column('text', { default: CustomerStage.ACTIVE })
  stage: CustomerStage;

  @Field(() => EntityType, { description: 'What it is in law.' })
  @Column('text', { default: EntityType.UNKNOWN })
  entityType: EntityType;

  @Field(() => String, { nullable: true, description: 'ISO 3166 country code.' })
  @Column('text', { nullable: true })
  country: string | null;

  @Field(() => String, { description: 'The currency its figures are shown in: ISO 4217 code.' })
  @Column('text')
  currency: string;

  @Field(() => String, { nullable: true, description: 'Its number in the register of companies.' })
  @Column('text', { nullable: true })
  registrationNumber: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which group of customers it belongs to, in the words of the accounting system: key account, retail.',
  })
  @Column('text', { nullable: true })
  segment: string | null;

  @Column('bigint', { nullable: true })
  parentId: number | null;

  @ManyToOne(() => Customer)
  parent: Relation<Customer> | null;

  @Column('bigint', { nullable: true })
  ownerId: number | null;

  @ManyToOne(() => Person)
  owner: Relation<Person> | null;

  @Field(() => Int, { nullable: true, description: 'Days from invoice to due day that were agreed.' })
  @Column('integer', { nullable: true })
  termsDays: number | null;

  @Column('bigint', { nullable: true })
  creditLimitMinor: number | null;

  @Column('bigint', { default: 0 })
  depositHeldMinor: number;

  @Field(() => Boolean, { description: 'Whether a person decided that it gets no reminders.' })
  @Column('boolean', { default: false })
  leftOutOfReminders: boolean;

  @Column('timestamptz', { nullable: true })
  knownAt: Date | null;
}
