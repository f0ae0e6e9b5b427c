import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEmail, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { CreditApplicationState } from './credit-application.view.js';

@InputType({ description: 'What somebody typed for one question.' })
export class AnswerInput {
  @Field(() => String, { description: 'Key of the question: see creditApplicationQuestions.' })
  @MaxLength(60)
  question: string;

  @Field(() => String, { description: 'The text as it was typed; empty takes it back.' })
  @MaxLength(1000)
  text: string;
}

@InputType({ description: 'Answers to begin an application with, or to change in one.' })
export class CreditApplicationInput {
  @Field(() => ID, { nullable: true, description: 'Which; a new one when not given.' })
  @IsOptional()
  applicationId?: string;

  @Field(() => [AnswerInput], { description: 'What was typed. What is not named stays as it is.' })
  @ArrayMaxSize(60)
  answers: AnswerInput[];
}

@InputType({ description: 'A link for the prospect to a form of its own.' })
export class SendCreditApplicationInput {
  @Field(() => ID, { description: 'Which application.' })
  applicationId: string;

  @Field(() => String, { description: 'Our name, as the form shows it. Nothing else of us is shown.' })
  @MinLength(1)
  @MaxLength(200)
  supplier: string;

  @Field(() => String, { nullable: true, description: 'Where to mail the link; not given: it is handed over.' })
  @IsOptional()
  @IsEmail({}, { message: 'the e-mail address is not one' })
  email?: string;

  @Field(() => Int, { defaultValue: 14, description: 'For how many days the link opens the form: 1 to 60.' })
  @Min(1)
  @Max(60)
  days: number;
}

@InputType({ description: 'What a prospect has typed so far.' })
export class ProspectAnswersInput {
  @Field(() => String, { description: 'The secret of the link.' })
  @MaxLength(100)
  secret: string;

  @Field(() => [AnswerInput], { description: 'What was typed. What is not named stays as it is.' })
  @ArrayMaxSize(60)
  answers: AnswerInput[];
}

@InputType({ description: 'A form that a prospect sends in.' })
export class SubmitProspectFormInput extends ProspectAnswersInput {
  @Field(() => String, { description: 'Name of the person who agrees for the company to what the form says.' })
  @MinLength(1)
  @MaxLength(200)
  consentedBy: string;
}

export enum CreditApplicationSort {
  CHANGED_AT = 'changed_at',
  MADE_AT = 'made_at',
}
registerEnumType(CreditApplicationSort, {
  name: 'CreditApplicationSort',
  description: 'What applications are sorted by.',
  valuesMap: {
    CHANGED_AT: { description: 'When they were changed last.' },
    MADE_AT: { description: 'When they were begun.' },
  },
});

@InputType({ description: 'Which applications.' })
export class CreditApplicationFilter {
  @Field(() => CreditApplicationState, { nullable: true, description: 'Only as far as this.' })
  @IsOptional()
  state?: CreditApplicationState;

  @Field(() => String, { nullable: true, description: 'Only of companies whose name holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class CreditApplicationsArgs extends PageArgs {
  @Field(() => CreditApplicationFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: CreditApplicationFilter;

  @Field(() => CreditApplicationSort, { defaultValue: CreditApplicationSort.CHANGED_AT, description: 'By what.' })
  sort: CreditApplicationSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
