import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { EntityType } from '../customers/customer.entity.js';
import { Grade } from '../shared/grade.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { MinorUnitsScalar } from '../shared/scalars.js';
import { CampaignState, CustomerRelation, ReminderChannel } from './campaign.view.js';
import { TemplateLanguage } from './templates/template.view.js';

@InputType({ description: 'Whom a step is for; what is not given does not matter.' })
export class ReminderAudienceInput {
  @Field(() => [Grade], {
    nullable: true,
    description: 'Customers of these grades; with whom a ladder was agreed, at least as it says.',
  })
  @IsOptional()
  grades?: Grade[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether grades include customers that are not scored yet.',
  })
  isForUnscored: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'From this chance of paying late, of one: by the model of lateness for an invoice that is not due yet, else by the score.',
  })
  @IsOptional()
  @Min(0)
  @Max(1)
  lateFrom?: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Up to this chance of paying late, of one: by the model of lateness for an invoice that is not due yet, else by the score.',
  })
  @IsOptional()
  @Min(0)
  @Max(1)
  lateUpTo?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'From so much open, in the reporting currency.' })
  @IsOptional()
  @Min(0)
  openFromMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Up to so much open, in the reporting currency.' })
  @IsOptional()
  @Min(0)
  openUpToMinor?: number;

  @Field(() => Int, { nullable: true, description: 'From so many days between issue and due day.' })
  @IsOptional()
  @Min(0)
  termsFrom?: number;

  @Field(() => Int, { nullable: true, description: 'Up to so many days between issue and due day.' })
  @IsOptional()
  @Min(0)
  termsUpTo?: number;

  @Field(() => [String], { nullable: true, description: 'Customers of these countries, ISO 3166.' })
  @IsOptional()
  @ArrayMaxSize(250)
  @Matches(/^[A-Z]{2}$/, { each: true, message: 'A country is two capital letters, such as DE.' })
  countries?: string[];

  @Field(() => [TemplateLanguage], { nullable: true, description: 'Customers that are written to in these languages.' })
  @IsOptional()
  languages?: TemplateLanguage[];

  @Field(() => [EntityType], { nullable: true, description: 'Customers that are one of these in law.' })
  @IsOptional()
  entityTypes?: EntityType[];

  @Field(() => [String], { nullable: true, description: 'Customers of one of these segments.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(100, { each: true })
  segments?: string[];

  @Field(() => CustomerRelation, { nullable: true, description: 'Only new, or only known customers.' })
  @IsOptional()
  relation?: CustomerRelation;
}

@InputType({ description: 'A step of a campaign.' })
export class CampaignStepInput {
  @Field(() => String, { description: 'Its name: what was said under it is not said again.' })
  @MaxLength(40)
  key: string;

  @Field(() => Int, { description: 'Days from the due day; negative before it, never 0.' })
  @Min(-90)
  @Max(90)
  offsetDays: number;

  @Field(() => ReminderChannel, { description: 'How it is said.' })
  channel: ReminderChannel;

  @Field(() => ReminderAudienceInput, { description: 'Whom it is for.' })
  @ValidateNested()
  @Type(() => ReminderAudienceInput)
  audience: ReminderAudienceInput;
}

@InputType({ description: 'A campaign, whole.' })
export class CampaignDraftInput {
  @Field(() => String, { description: 'What is new about it.' })
  @MinLength(3)
  @MaxLength(500)
  note: string;

  @Field(() => [CampaignStepInput], { description: 'Its steps.' })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => CampaignStepInput)
  steps: CampaignStepInput[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether companies of a group that share an e-mail address get one message over all their invoices.',
  })
  groupsTogether: boolean;

  @Field(() => Int, { description: 'A contact hears from us at most once in so many days.' })
  gapDays: number;

  @Field(() => Int, { description: 'For so many business days after its day a step may be made up for.' })
  catchUpDays: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Payments older than so many days stop every message; null: never.',
  })
  @IsOptional()
  cashFeedDays?: number;

  @Field(() => Float, { description: 'The share of customers held out, of one.' })
  holdoutShare: number;

  @Field(() => Boolean, { description: 'Whether customers of grade D and E may be held out too.' })
  holdoutHighRisk: boolean;

  @Field(() => String, { description: 'From when on messages go out, in the time of the recipient: HH:MM.' })
  sendFrom: string;

  @Field(() => String, { description: 'Until when: HH:MM.' })
  sendUntil: string;

  @Field(() => Int, { description: 'How many messages may go out in an hour.' })
  mostPerHour: number;
}

@InputType({ description: 'Which campaign.' })
export class CampaignInput {
  @Field(() => ID, { description: 'Its key.' })
  campaignId: string;
}

@InputType({ description: 'Which campaigns.' })
export class CampaignFilter {
  @Field(() => CampaignState, { nullable: true, description: 'Only in this state.' })
  @IsOptional()
  state?: CampaignState;
}

export enum CampaignSort {
  MADE_AT = 'made_at',
  NOTE = 'note',
}
registerEnumType(CampaignSort, {
  name: 'CampaignSort',
  description: 'What campaigns are sorted by.',
  valuesMap: { MADE_AT: { description: 'When it was written.' }, NOTE: { description: 'What is new about it.' } },
});

@ArgsType()
export class CampaignsArgs extends PageArgs {
  @Field(() => CampaignFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: CampaignFilter;

  @Field(() => CampaignSort, { defaultValue: CampaignSort.MADE_AT, description: 'By what.' })
  sort: CampaignSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum CampaignChangeSort {
  ON = 'on',
  STEP = 'step',
}
registerEnumType(CampaignChangeSort, {
  name: 'CampaignChangeSort',
  description: 'What the changes of a draft are sorted by.',
  valuesMap: { ON: { description: 'Day.' }, STEP: { description: 'Name of the step.' } },
});

@InputType({ description: 'Which changes.' })
export class CampaignChangeFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only what is added, or only what is taken away.' })
  @IsOptional()
  isAdded?: boolean;
}

@ArgsType()
export class CampaignChangesArgs extends PageArgs {
  @Field(() => CampaignChangeFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: CampaignChangeFilter;

  @Field(() => CampaignChangeSort, { defaultValue: CampaignChangeSort.ON, description: 'By what.' })
  sort: CampaignChangeSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
