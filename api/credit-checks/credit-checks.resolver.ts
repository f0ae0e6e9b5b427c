import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import { BureauScaleView } from './bureau-scale.view.js';
import { BureauScales } from './bureau-scales.service.js';
import {
  CreditCheck,
  CreditCheckAnswer,
  CreditCheckPage,
  type CreditCheckReport,
  ProviderOffer,
} from './credit-check.view.js';
import { CreditCheckReads } from './credit-check-reads.loader.js';
import { CreditCheckReuse } from './credit-check-reuse.service.js';
import {
  BureauScaleInput,
  CreditCheckReuseInput,
  CreditChecksArgs,
  RequestCreditCheckInput,
  TypeInCreditCheckInput,
} from './credit-checks.inputs.js';
import { CreditChecksOfLoader } from './credit-checks.loader.js';
import { RequestCreditCheck } from './request-credit-check.service.js';
import { TypeInCreditCheck } from './type-in-credit-check.service.js';

@Resolver()
export class CreditChecksResolver {
  constructor(
    private readonly requests: RequestCreditCheck,
    private readonly typing: TypeInCreditCheck,
  ) {}

  @Allow('credit-checks.request')
  @Mutation(() => CreditCheckAnswer, {
    description:
      'Asks a provider about a customer or a prospect, unless a report is young enough to be used again. Whatever the provider does, the last good report stands.',
  })
  requestCreditCheck(
    @Args('input', { description: 'About whom, and whom to ask.' }) input: RequestCreditCheckInput,
  ): Promise<CreditCheckAnswer> {
    return this.requests.request(input);
  }

  @Allow('credit-checks.request')
  @Mutation(() => CreditCheck, { description: 'Keeps what somebody typed in from a report.' })
  typeInCreditCheck(
    @Args('input', { description: 'What it says.' }) input: TypeInCreditCheckInput,
  ): Promise<CreditCheck> {
    return this.typing.typeIn(input);
  }
}

@Resolver()
export class CreditCheckSettingsResolver {
  constructor(
    private readonly reuse: CreditCheckReuse,
    private readonly scales: BureauScales,
  ) {}

  @Allow('book.read')
  @Query(() => [ProviderOffer], { description: 'Who can be asked for credit checks, and how each is set up.' })
  creditCheckProviders(): Promise<ProviderOffer[]> {
    return this.reuse.offers();
  }

  @Allow('scores.define')
  @Mutation(() => [ProviderOffer], {
    description:
      'Sets how old a report may be to be used again, and whether a provider is asked by itself, from today on.',
  })
  setCreditCheckReuse(
    @Args('input', { description: 'Whose, and how old.' }) input: CreditCheckReuseInput,
  ): Promise<ProviderOffer[]> {
    return this.reuse.set(input);
  }

  @Allow('book.read')
  @Query(() => [BureauScaleView], { description: 'What the scores of bureaus mean today, each with its source.' })
  bureauScales(): Promise<BureauScaleView[]> {
    return this.scales.all();
  }

  @Allow('scores.define')
  @Mutation(() => [BureauScaleView], {
    description: 'Sets what the scores of a bureau mean, from a day on; what was read before stays as it was read.',
  })
  setBureauScale(@Args('input', { description: 'The scale.' }) input: BureauScaleInput): Promise<BureauScaleView[]> {
    return this.scales.set(input);
  }
}

/** What a credit check says is written down before it is told. */
@Resolver(() => CreditCheck)
export class CreditCheckResolver {
  constructor(
    private readonly reads: CreditCheckReads,
    private readonly customers: CustomersLoader,
  ) {}

  @ResolveField()
  async report(@Parent() check: CreditCheck, @Context('req') request: object): Promise<CreditCheckReport> {
    await this.reads.of(request, { customerId: check.customerId, check: check.id }, undefined);
    return check.report;
  }

  @ResolveField()
  async received(@Parent() check: CreditCheck, @Context('req') request: object): Promise<unknown> {
    await this.reads.of(request, { customerId: check.customerId, check: check.id }, undefined);
    return check.received;
  }

  @ResolveField(() => Customer, { description: 'About whom.' })
  customer(@Parent() check: CreditCheck, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, check.customerId, undefined);
  }
}

@Resolver(() => CreditCheckAnswer)
export class CreditCheckAnswerResolver {
  constructor(private readonly customers: CustomersLoader) {}

  @ResolveField(() => Customer, { description: 'About whom.' })
  customer(@Parent() answer: CreditCheckAnswer, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, answer.customerId, undefined);
  }
}

/** Adds to a customer what others say of it. */
@Resolver(() => Customer)
export class CustomerCreditChecksResolver {
  constructor(private readonly checks: CreditChecksOfLoader) {}

  @Allow('credit-checks.read')
  @ResolveField(() => CreditCheckPage, { description: 'What others say of it.' })
  creditChecks(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: CreditChecksArgs,
  ): Promise<Page<CreditCheck>> {
    return this.checks.of(request, customer.id, args);
  }
}
