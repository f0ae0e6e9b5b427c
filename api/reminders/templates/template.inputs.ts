import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Matches, MaxLength, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../../shared/page.js';
import { TemplateLanguage, TemplateSituation } from './template.view.js';

@InputType({ description: 'What messages say in a language and situation.' })
export class ReminderTemplateInput {
  @Field(() => TemplateLanguage, { description: 'In which language.' })
  language: TemplateLanguage;

  @Field(() => TemplateSituation, { description: 'What it speaks of.' })
  situation: TemplateSituation;

  @Field(() => String, { nullable: true, description: 'Of which step alone; not given: of any.' })
  @IsOptional()
  @MinLength(1)
  @MaxLength(40)
  step?: string;

  @Field(() => String, { description: 'Subject line, with fields such as {invoice}.' })
  @MinLength(3)
  @MaxLength(200)
  @Matches(/^[^\r\n]*$/, { message: 'A subject is one line.' })
  subject: string;

  @Field(() => String, {
    description: 'Paragraphs with an empty line between them; {list} is where the invoices are listed.',
  })
  @MinLength(10)
  @MaxLength(5000)
  body: string;

  @Field(() => String, {
    nullable: true,
    description: 'What a text message says, with the same fields and no list; not given: as before.',
  })
  @IsOptional()
  @MinLength(3)
  @MaxLength(1000)
  shortText?: string;
}

@InputType({ description: 'A template, and whom to try it on.' })
export class TryTemplateInput extends ReminderTemplateInput {
  @Field(() => ID, { nullable: true, description: 'The customer; not given: one it fits.' })
  @IsOptional()
  customerId?: string;
}

export enum TemplateSort {
  SET_AT = 'set_at',
  SITUATION = 'situation',
}
registerEnumType(TemplateSort, {
  name: 'TemplateSort',
  description: 'What templates are sorted by.',
  valuesMap: { SET_AT: { description: 'When it was set.' }, SITUATION: { description: 'What it speaks of.' } },
});

@InputType({ description: 'Which templates.' })
export class TemplateFilter {
  @Field(() => TemplateLanguage, { nullable: true, description: 'Only in this language.' })
  @IsOptional()
  language?: TemplateLanguage;

  @Field(() => TemplateSituation, { nullable: true, description: 'Only of this situation.' })
  @IsOptional()
  situation?: TemplateSituation;

  @Field(() => Boolean, { nullable: true, description: 'True: only those that count. False: only earlier versions.' })
  @IsOptional()
  isNewest?: boolean;

  @Field(() => String, { nullable: true, description: 'Only whose subject or body holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class TemplatesArgs extends PageArgs {
  @Field(() => TemplateFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: TemplateFilter;

  @Field(() => TemplateSort, { defaultValue: TemplateSort.SET_AT, description: 'By what.' })
  sort: TemplateSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
