import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { InstantScalar } from '../shared/scalars.js';

export enum CreditApplicationState {
  DRAFT = 'draft',
  SENT = 'sent',
  SUBMITTED = 'submitted',
  DECIDED = 'decided',
}
registerEnumType(CreditApplicationState, {
  name: 'CreditApplicationState',
  description: 'How far an application is.',
  valuesMap: {
    DRAFT: { description: 'Somebody of ours is writing it.' },
    SENT: { description: 'The prospect has a link to its form.' },
    SUBMITTED: { description: 'The prospect has sent its form in.' },
    DECIDED: { description: 'A decision was kept from it.' },
  },
});

@ObjectType({ description: 'One of the answers to choose from.' })
export class QuestionChoice {
  @Field(() => String, { description: 'As it is kept.' })
  value: string;

  @Field(() => String, { description: 'As it is read.' })
  title: string;
}

@ObjectType({ description: 'Something an application asks.' })
export class CreditApplicationQuestion {
  @Field(() => String, { description: 'Its key: stays the same.' })
  key: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What helps to answer it.' })
  help: string | null;

  @Field(() => String, { description: 'Text, long text, email, country, choice, number, amount or days.' })
  kind: string;

  @Field(() => [QuestionChoice], { description: 'What can be chosen; empty when it is written.' })
  choices: readonly QuestionChoice[];

  @Field(() => Boolean, { description: 'Whether the prospect is asked as well.' })
  isForProspect: boolean;

  @Field(() => Boolean, { description: 'Whether the prospect has to answer it.' })
  isRequired: boolean;
}

@ObjectType({ description: 'What somebody wrote for one question, as they typed it.' })
export class CreditApplicationAnswer {
  @Field(() => String, { description: 'Key of the question.' })
  question: string;

  @Field(() => String, { description: 'The text.' })
  text: string;

  @Field(() => Boolean, {
    description: 'Whether the prospect wrote it, and nobody of ours has written otherwise since.',
  })
  isFromProspect: boolean;
}

@ObjectType({ description: 'What a company asks for credit with, from the first draft to the decision.' })
export class CreditApplication {
  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => CreditApplicationState, { description: 'How far it is.' })
  state: CreditApplicationState;

  @Field(() => String, { description: 'The company; empty while nobody has named it.' })
  companyName: string;

  @Field(() => [CreditApplicationAnswer], { description: 'What is answered so far.' })
  answers: CreditApplicationAnswer[];

  @Field(() => String, { description: 'Who began it.' })
  madeBy: string;

  @Field(() => InstantScalar, { description: 'When it was changed last.' })
  changedAt: Date;

  @Field(() => String, { nullable: true, description: 'Whom the link was mailed to; null when it was handed over.' })
  sentTo: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when the link opens the form; null without one.' })
  linkEndsAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When the prospect sent it in.' })
  submittedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who agreed for the prospect that agencies are asked.' })
  consentedBy: string | null;

  @Field(() => String, { nullable: true, description: 'What they agreed to.' })
  consent: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer that was decided about.' })
  customerId: number | null;

  @Field(() => ID, { nullable: true, description: 'The decision that was kept.' })
  decisionId: number | null;
}

@ObjectType({ description: 'A page of applications.' })
export class CreditApplicationPage extends Paged(CreditApplication) {}

@ObjectType({ description: 'An application whose form can be opened by a link from now on.' })
export class CreditApplicationSent {
  @Field(() => CreditApplication, { description: 'The application.' })
  application: CreditApplication;

  @Field(() => String, {
    nullable: true,
    description: 'The link: shown this once, and ended by a newer one. Null when it is being mailed.',
  })
  link: string | null;
}

@ObjectType({ description: 'The form a prospect sees: what it is asked, and what it has written.' })
export class ProspectForm {
  @Field(() => String, { description: 'Who asks.' })
  supplier: string;

  @Field(() => String, { description: 'The company it is for.' })
  companyName: string;

  @Field(() => [CreditApplicationQuestion], { description: 'What is asked.' })
  questions: readonly CreditApplicationQuestion[];

  @Field(() => [CreditApplicationAnswer], { description: 'What it has written so far.' })
  answers: CreditApplicationAnswer[];

  @Field(() => String, { description: 'What it agrees to when it sends the form in.' })
  consent: string;

  @Field(() => InstantScalar, { description: 'Until when the link opens the form.' })
  endsAt: Date;

  @Field(() => Boolean, { description: 'Whether it was sent in.' })
  isSubmitted: boolean;
}
