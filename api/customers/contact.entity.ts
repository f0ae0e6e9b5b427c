import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Customer } from './customer.entity.js';

@ObjectType({ description: 'A person or desk at a customer that we write to or call.' })
@Entity('contact')
@Check('contact_email', `email ~ '^[^@\\s]+@[^@\\s]+$'`)
@Check('contact_postal_address', `postal_address <> ''`)
export class Contact {
  @PrimaryColumn('bigint')
  customerId: number;

  @Field(() => ID, { description: 'Our key, within the customer.' })
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: number;

  @ManyToOne(() => Customer, { onDelete: 'CASCADE' })
  customer: Relation<Customer>;

  @Field(() => String, { description: 'Who it is.' })
  @Column('text')
  name: string;

  @Field(() => String, { nullable: true, description: 'Where reminders go.' })
  @Column('text', { nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number as given.' })
  @Column('text', { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'Where letters go, in lines, as on an envelope.' })
  @Column('text', { nullable: true })
  postalAddress: string | null;

  @Field(() => String, { nullable: true, description: 'What the person does there.' })
  @Column('text', { nullable: true })
  role: string | null;
}
