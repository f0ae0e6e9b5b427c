import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Paged } from '../../shared/page.js';
import { InstantScalar } from '../../shared/scalars.js';
import { TrialVerdict } from '../sending.view.js';
import { TemplateLanguage, TemplateSituation } from './template.view.js';

@ObjectType({ description: 'One of two templates that are compared.' })
export class ComparedWords {
  @Field(() => ID, { description: 'Key of the template.' })
  id: number;

  @Field(() => String, { description: 'Subject line.' })
  subject: string;

  @Field(() => String, { description: 'What it says.' })
  body: string;

  @Field(() => String, { description: 'What a text message says.' })
  shortText: string;
}

@ObjectType({ description: 'What became of what one of two templates spoke of.' })
export class ComparedArm {
  @Field(() => Int, { description: 'Customers that were drawn to get it.' })
  customers: number;

  @Field(() => Int, { description: 'Invoices it spoke of whose time is over.' })
  invoices: number;

  @Field(() => Int, {
    description: 'Of them paid by the due day, or within a week of the message where that was over already.',
  })
  paidInTime: number;
}

@ObjectType({ description: 'What the second template does beside the first.' })
export class ComparisonResult {
  @Field(() => ComparedArm, { description: 'Who got the first.' })
  first: ComparedArm;

  @Field(() => ComparedArm, { description: 'Who got the second.' })
  second: ComparedArm;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share paid in time with the second less that with the first; null: fewer than fifty customers of one.',
  })
  uplift: number | null;

  @Field(() => [Float], {
    nullable: true,
    description: 'From and up to where it lies with 95 % confidence, by customers.',
  })
  interval: readonly number[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How many days earlier an invoice is paid with the second; null: too few, or too early to tell.',
  })
  daysEarlier: number | null;

  @Field(() => [Float], {
    nullable: true,
    description: 'From and up to how many days that is with 95 % confidence, by customers.',
  })
  daysEarlierInterval: readonly number[] | null;

  @Field(() => [Float], {
    nullable: true,
    description:
      'The uplift on whatever days one looks, all of them together; it decides. Null: fewer than fifty customers of one.',
  })
  anyDayInterval: readonly number[] | null;

  @Field(() => TrialVerdict, { description: 'What that shows of the second.' })
  verdict: TrialVerdict;
}

@ObjectType({ description: 'Two templates against each other: half of the customers get the second.' })
export class TemplateComparison {
  @Field(() => ID, { description: 'Our key; later ones are larger.' })
  id: number;

  @Field(() => TemplateLanguage, { description: 'In which language.' })
  language: TemplateLanguage;

  @Field(() => TemplateSituation, { description: 'What they speak of.' })
  situation: TemplateSituation;

  @Field(() => String, { nullable: true, description: 'Of which step alone; null: of any.' })
  step: string | null;

  @Field(() => ComparedWords, { description: 'The one that was in use.' })
  first: ComparedWords;

  @Field(() => ComparedWords, { description: 'The one that is tried.' })
  second: ComparedWords;

  @Field(() => InstantScalar, { description: 'Since when.' })
  begunAt: Date;

  @Field(() => String, { description: 'Who began it.' })
  begunBy: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended; null: it goes on.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who ended it.' })
  endedBy: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the second is used since.' })
  keepsSecond: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;
}

@ObjectType({ description: 'A page of comparisons of templates.' })
export class TemplateComparisonPage extends Paged(TemplateComparison) {}
