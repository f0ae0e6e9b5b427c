import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import type { Page } from '../shared/page.js';
import {
  CreditApplication,
  CreditApplicationPage,
  CreditApplicationQuestion,
  CreditApplicationSent,
  ProspectForm,
} from './credit-application.view.js';
import {
  CreditApplicationInput,
  CreditApplicationsArgs,
  ProspectAnswersInput,
  SendCreditApplicationInput,
  SubmitProspectFormInput,
} from './credit-applications.inputs.js';
import { CreditApplications } from './credit-applications.service.js';
import { ProspectForms } from './prospect-forms.service.js';
import { questions } from './questions.js';

@Resolver(() => CreditApplication)
export class CreditApplicationsResolver {
  constructor(private readonly applications: CreditApplications) {}

  @Allow('decisions.vet')
  @Query(() => CreditApplicationPage, { description: 'Applications for credit, in whatever state.' })
  creditApplications(@Args() args: CreditApplicationsArgs): Promise<Page<CreditApplication>> {
    return this.applications.page(args);
  }

  @Allow('decisions.vet')
  @Query(() => CreditApplication, { description: 'One application for credit.' })
  creditApplication(
    @Args('applicationId', { type: () => ID, description: 'Which.' }) applicationId: string,
  ): Promise<CreditApplication> {
    return this.applications.byKey(applicationId);
  }

  @Allow('decisions.vet')
  @Query(() => [CreditApplicationQuestion], { description: 'All that an application asks.' })
  creditApplicationQuestions(): readonly CreditApplicationQuestion[] {
    return questions;
  }

  @Allow('decisions.vet')
  @Query(() => String, { description: 'Our name as the newest form shows it; empty before the first.' })
  creditApplicationSupplier(): Promise<string> {
    return this.applications.newestSupplier();
  }

  @Allow('decisions.vet')
  @Mutation(() => CreditApplication, {
    description:
      'Begins an application for credit, or changes what one says. What is typed is kept as it is, right or wrong.',
  })
  keepCreditApplication(
    @Args('input', { description: 'What was typed.' }) input: CreditApplicationInput,
  ): Promise<CreditApplication> {
    return this.applications.keep(input.applicationId, input.answers);
  }

  @Allow('decisions.vet')
  @Mutation(() => CreditApplicationSent, {
    description: 'Makes a link to a form that the prospect fills in by itself, for one company and some days.',
  })
  sendCreditApplication(
    @Args('input', { description: 'To whom, and for how long.' }) input: SendCreditApplicationInput,
  ): Promise<CreditApplicationSent> {
    return this.applications.send(input);
  }
}

/** For whoever holds a link: without a session, and about nothing but the one form. */
@Resolver(() => ProspectForm)
export class ProspectFormsResolver {
  constructor(private readonly forms: ProspectForms) {}

  @Allow('anyone')
  @Query(() => ProspectForm, { description: 'The form that a link opens.' })
  prospectForm(
    @Args('secret', { type: () => String, description: 'The secret of the link.' }) secret: string,
  ): Promise<ProspectForm> {
    return this.forms.form(secret);
  }

  @Allow('anyone')
  @Mutation(() => ProspectForm, { description: 'Keeps what the prospect has typed so far, right or wrong.' })
  keepProspectForm(
    @Args('input', { description: 'What was typed.' }) { secret, answers }: ProspectAnswersInput,
  ): Promise<ProspectForm> {
    return this.forms.keep(secret, answers);
  }

  @Allow('anyone')
  @Mutation(() => ProspectForm, { description: 'Sends the form in, with consent.' })
  submitProspectForm(
    @Args('input', { description: 'What was typed, and who agrees.' }) input: SubmitProspectFormInput,
  ): Promise<ProspectForm> {
    return this.forms.submit(input.secret, input.answers, input.consentedBy);
  }
}
