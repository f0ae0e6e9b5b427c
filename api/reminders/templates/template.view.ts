import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Paged } from '../../shared/page.js';
import { InstantScalar } from '../../shared/scalars.js';

export enum TemplateLanguage {
  EN = 'en',
  DE = 'de',
}
registerEnumType(TemplateLanguage, {
  name: 'TemplateLanguage',
  description: 'The language of a message: that of the country of the customer; English where it has no templates.',
  valuesMap: { EN: { description: 'English.' }, DE: { description: 'German.' } },
});

export enum TemplateSituation {
  BEFORE_ONE = 'before_one',
  BEFORE_SEVERAL = 'before_several',
  OVERDUE_ONE = 'overdue_one',
  OVERDUE_SEVERAL = 'overdue_several',
  BOTH = 'both',
}
registerEnumType(TemplateSituation, {
  name: 'TemplateSituation',
  description: 'What a message speaks of.',
  valuesMap: {
    BEFORE_ONE: { description: 'One invoice that falls due.' },
    BEFORE_SEVERAL: { description: 'Several invoices that fall due.' },
    OVERDUE_ONE: { description: 'One invoice that was due.' },
    OVERDUE_SEVERAL: { description: 'Several invoices that were due.' },
    BOTH: { description: 'Invoices that were due and others that fall due.' },
  },
});

@ObjectType({ description: 'What messages say in a language and situation: one version of it.' })
export class ReminderTemplate {
  @Field(() => ID, { description: 'Our key; later versions are larger.' })
  id: number;

  @Field(() => TemplateLanguage, { description: 'In which language.' })
  language: TemplateLanguage;

  @Field(() => TemplateSituation, { description: 'What it speaks of.' })
  situation: TemplateSituation;

  @Field(() => String, { nullable: true, description: 'Of which step alone; null: of any.' })
  step: string | null;

  @Field(() => String, { description: 'Subject line, with fields such as {invoice}.' })
  subject: string;

  @Field(() => String, {
    description: 'Paragraphs with an empty line between them; {list} is where the invoices are listed.',
  })
  body: string;

  @Field(() => String, { description: 'What a text message says, with the same fields and no list.' })
  shortText: string;

  @Field(() => String, { description: 'Who set it.' })
  setBy: string;

  @Field(() => InstantScalar, { description: 'When it was set.' })
  setAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the newest version, the one that counts.' })
  isNewest: boolean;
}

@ObjectType({ description: 'A page of templates.' })
export class ReminderTemplatePage extends Paged(ReminderTemplate) {}

@ObjectType({ description: 'What a message would say to a customer.' })
export class TemplatePreview {
  @Field(() => String, { description: 'Whose invoices it speaks of.' })
  customerName: string;

  @Field(() => String, { nullable: true, description: 'To which address; null: the customer has none.' })
  to: string | null;

  @Field(() => String, { description: 'Subject line.' })
  subject: string;

  @Field(() => String, { description: 'What it says, as text.' })
  text: string;

  @Field(() => String, { description: 'What it says, as HTML.' })
  html: string;

  @Field(() => String, { description: 'What a text message says.' })
  shortText: string;

  @Field(() => Int, { description: 'As how many messages a text message is sent, and paid for.' })
  segments: number;
}
