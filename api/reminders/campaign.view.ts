import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Campaign as CampaignDocument } from '../../analytics/index.js';
import { EntityType } from '../customers/customer.entity.js';
import { Grade } from '../shared/grade.js';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar, MinorUnitsScalar } from '../shared/scalars.js';
import { TemplateLanguage } from './templates/template.view.js';

export enum CampaignState {
  DRAFT = 'draft',
  ACTIVE = 'active',
  RETIRED = 'retired',
}
registerEnumType(CampaignState, {
  name: 'CampaignState',
  description: 'Where a campaign is in its life.',
  valuesMap: {
    DRAFT: { description: 'Written, and not used yet.' },
    ACTIVE: { description: 'The one that is used.' },
    RETIRED: { description: 'Used before another took its place.' },
  },
});

export enum ReminderChannel {
  EMAIL = 'email',
  SMS = 'sms',
  LETTER = 'letter',
  CALL = 'call',
}
registerEnumType(ReminderChannel, {
  name: 'ReminderChannel',
  description: 'How something is said.',
  valuesMap: {
    EMAIL: { description: 'A message by e-mail.' },
    SMS: { description: 'A text message to a mobile telephone.' },
    LETTER: { description: 'A letter that a person prints and posts.' },
    CALL: { description: 'A person calls.' },
  },
});

export enum CustomerRelation {
  NEW = 'new',
  KNOWN = 'known',
}
registerEnumType(CustomerRelation, {
  name: 'CustomerRelation',
  description: 'Whether a customer has settled an invoice yet.',
  valuesMap: { NEW: { description: 'None yet.' }, KNOWN: { description: 'At least one.' } },
});

@ObjectType({ description: 'Whom a step is for; what is null does not matter.' })
export class ReminderAudience {
  @Field(() => [Grade], { nullable: true, description: 'Customers of these grades.' })
  grades: Grade[] | null;

  @Field(() => Boolean, { description: 'Whether grades include customers that are not scored yet.' })
  isForUnscored: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'From this chance of paying late, of one: by the model of lateness for an invoice that is not due yet, else by the score.',
  })
  lateFrom: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Up to this chance of paying late, of one: by the model of lateness for an invoice that is not due yet, else by the score.',
  })
  lateUpTo: number | null;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'From so much open, in the reporting currency.' })
  openFromMinor: number | null;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Up to so much open, in the reporting currency.' })
  openUpToMinor: number | null;

  @Field(() => Int, { nullable: true, description: 'From so many days between issue and due day.' })
  termsFrom: number | null;

  @Field(() => Int, { nullable: true, description: 'Up to so many days between issue and due day.' })
  termsUpTo: number | null;

  @Field(() => [String], { nullable: true, description: 'Customers of these countries, ISO 3166.' })
  countries: string[] | null;

  @Field(() => [TemplateLanguage], { nullable: true, description: 'Customers that are written to in these languages.' })
  languages: TemplateLanguage[] | null;

  @Field(() => [EntityType], { nullable: true, description: 'Customers that are one of these in law.' })
  entityTypes: EntityType[] | null;

  @Field(() => [String], { nullable: true, description: 'Customers of one of these segments.' })
  segments: string[] | null;

  @Field(() => CustomerRelation, { nullable: true, description: 'Only new, or only known customers.' })
  relation: CustomerRelation | null;
}

@ObjectType({ description: 'A step of a campaign.' })
export class CampaignStep {
  @Field(() => String, { description: 'Its name: what was said under it is not said again.' })
  key: string;

  @Field(() => Int, { description: 'Days from the due day; negative before it.' })
  offsetDays: number;

  @Field(() => ReminderChannel, { description: 'How it is said.' })
  channel: ReminderChannel;

  @Field(() => ReminderAudience, { description: 'Whom it is for.' })
  audience: ReminderAudience;
}

@ObjectType({ description: 'Who is reminded of what, when. One is active; a change is a new one.' })
export class Campaign {
  document: CampaignDocument;

  @Field(() => ID, { description: 'Our key; later ones are larger.' })
  id: number;

  @Field(() => CampaignState, { description: 'Where it is in its life.' })
  state: CampaignState;

  @Field(() => String, { description: 'What is new about it.' })
  note: string;

  @Field(() => String, { description: 'Who wrote it.' })
  madeBy: string;

  @Field(() => InstantScalar, { description: 'When it was written.' })
  madeAt: Date;

  @Field(() => String, { nullable: true, description: 'Who activated it.' })
  activatedBy: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was activated.' })
  activatedAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When another took its place.' })
  retiredAt: Date | null;
}

@ObjectType({ description: 'A page of campaigns.' })
export class CampaignPage extends Paged(Campaign) {}

@ObjectType({ description: 'One word about one invoice that a draft adds or takes away.' })
export class CampaignChange {
  customerId: number;
  invoiceId: number;

  @Field(() => Boolean, {
    description: 'True: the draft says it and the active campaign does not. False: the other way round.',
  })
  isAdded: boolean;

  @Field(() => DayScalar, { description: 'On which day.' })
  on: string;

  @Field(() => String, { description: 'The step.' })
  step: string;

  @Field(() => ReminderChannel, { description: 'How.' })
  channel: ReminderChannel;
}

@ObjectType({ description: 'A page of what a draft changes.' })
export class CampaignChangePage extends Paged(CampaignChange) {}

@ObjectType({ description: 'What a campaign changes in the fourteen days to come, were the ledger to stay as it is.' })
export class CampaignDifference {
  rows: CampaignChange[];

  @Field(() => DayScalar, { description: 'The first day.' })
  from: string;

  @Field(() => DayScalar, { description: 'The last day.' })
  until: string;

  @Field(() => Int, { description: 'Messages that the active campaign sends.' })
  messagesNow: number;

  @Field(() => Int, { description: 'Messages that this one sends.' })
  messagesThen: number;

  @Field(() => Int, { description: 'Calls that the active campaign asks for.' })
  callsNow: number;

  @Field(() => Int, { description: 'Calls that this one asks for.' })
  callsThen: number;
}
