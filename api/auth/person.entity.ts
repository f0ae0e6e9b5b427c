import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { InstantScalar } from '../shared/scalars.js';
import { roles } from './permissions.js';

export enum PersonRole {
  SALES = 'sales',
  FINANCE = 'finance',
  MANAGER = 'manager',
  AUDITOR = 'auditor',
  ADMIN = 'admin',
}
registerEnumType(PersonRole, {
  name: 'PersonRole',
  description: 'What a person may do.',
  valuesMap: {
    SALES: { description: roles.sales.is },
    FINANCE: { description: roles.finance.is },
    MANAGER: { description: roles.manager.is },
    AUDITOR: { description: roles.auditor.is },
    ADMIN: { description: roles.admin.is },
  },
});

@ObjectType({ description: 'Somebody who may sign in.' })
@Entity('person')
@Index('person_email_key', { synchronize: false })
@Check('person_email', `email ~ '^[^@\\s]+@[^@\\s]+$' and length(email) <= 200`)
@Check('person_name', 'length(name) between 1 and 200')
@Check('person_role', `role in ('sales', 'finance', 'manager', 'auditor', 'admin')`)
export class Person {
  @Field(() => ID, { description: 'Their key.' })
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id: number;

  @Field(() => String, { description: 'The address they sign in with.' })
  @Column('text')
  email: string;

  @Field(() => String, { description: 'Their name.' })
  @Column('text')
  name: string;

  @Field(() => PersonRole, { description: 'Their role.' })
  @Column('text')
  role: PersonRole;

  /** Argon2id with its parameters; null where none is set. Read only where it is compared. */
  @Column('text', { nullable: true, select: false })
  password?: string | null;

  @Field(() => Boolean, { description: 'False: may not sign in any more.' })
  @Column('boolean', { default: true })
  isActive: boolean;

  @Field(() => Boolean, { description: 'Whether signing in with the password takes a code of an app too.' })
  hasSecondFactor: boolean;

  @Field(() => Boolean, { description: 'One of the invented people of the demo book.' })
  @Column('boolean', { default: false })
  isDemo: boolean;

  @Field(() => InstantScalar, { description: 'Since when.' })
  @Column('timestamptz')
  createdAt: Date;

  /** Who added them; null: the command line, or a provider of identities. */
  @Column('bigint', { nullable: true })
  addedById?: number | null;

  @ManyToOne(() => Person)
  addedBy?: Relation<Person> | null;

  /** Who was shown the link that the password was set by; null: nobody but its owner, or the command line. */
  @Column('bigint', { nullable: true })
  inHandOfId?: number | null;

  @ManyToOne(() => Person)
  inHandOf?: Relation<Person> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who was shown the link that the password was set by: the two accounts, and others in that hand, do not approve for one another. Null: nobody but its owner.',
  })
  linkShownTo?: string | null;
}

/** What is read of one in SQL written by hand, where the table is called `p`. */
export const personColumns = `p.id, p.email, p.name, p.role, p.is_active as "isActive", p.is_demo as "isDemo", p.created_at as "createdAt",
  (select h.name from person h where h.id = p.in_hand_of_id) as "linkShownTo",
  exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as "hasSecondFactor"`;
