import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { wholeBook } from '../shared/cost.js';
import { keyOf } from '../shared/list.js';
import { Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { LimitsService } from './limits.service.js';
import {
  CreditLimitInput,
  DismissInput,
  HoldInput,
  HoldProposalsArgs,
  ReleaseInput,
  SupplyArgs,
} from './standing.inputs.js';
import { StandingLoader } from './standing.loader.js';
import { StandingService } from './standing.service.js';
import { HoldProposal, HoldProposalPage, HoldReleased, LimitSet, Standing, SupplyAnswer } from './standing.view.js';
import { StopListService } from './stop-list.service.js';
import { SupplyService } from './supply.service.js';

@Resolver(() => HoldProposal)
export class StopListResolver {
  constructor(
    private readonly standing: StandingService,
    private readonly stopList: StopListService,
    private readonly limits: LimitsService,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('standing.read')
  @Query(() => HoldProposalPage, {
    complexity: wholeBook,
    description: 'Customers whom the rules propose to put on hold on a day.',
  })
  holdProposals(@Args() args: HoldProposalsArgs): Promise<Page<HoldProposal>> {
    return this.stopList.page(args);
  }

  @Allow('standing.hold')
  @Mutation(() => Standing, { description: 'Puts the orders of a customer on hold.' })
  putOrdersOnHold(@Args('input', { description: 'Whose.' }) input: HoldInput): Promise<Standing> {
    return this.standing.putOrdersOnHold(input);
  }

  @Allow('standing.hold')
  @Mutation(() => Boolean, { description: 'Dismisses a proposal until a day, or until there is a new reason.' })
  dismissHoldProposal(@Args('input', { description: 'Whose, and until when.' }) input: DismissInput): Promise<boolean> {
    return this.standing.dismiss(input);
  }

  @Allow('standing.release')
  @Mutation(() => HoldReleased, { description: 'Releases a hold, or asks a second person to.' })
  releaseHold(@Args('input', { description: 'Whose, and why.' }) input: ReleaseInput): Promise<HoldReleased> {
    return this.standing.releaseHold(input);
  }

  @Allow('limits.set')
  @Mutation(() => LimitSet, { description: 'Sets how much a customer may owe, or asks a second person to.' })
  async setCreditLimit(
    @Args('input', { description: 'Whose limit, and how much.' }) input: CreditLimitInput,
    @Context('req') request: object,
  ): Promise<LimitSet> {
    const approval = await this.limits.set(input);
    return { approval, customer: await this.customers.of(request, keyOf(input.customerId), undefined) };
  }

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() proposal: HoldProposal, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, proposal.customerId, undefined);
  }

  @ResolveField(() => Money, { nullable: true, description: 'Its limit.' })
  async creditLimit(@Parent() proposal: HoldProposal, @Context('req') request: object): Promise<Money | null> {
    const customer = await this.customers.of(request, proposal.customerId, undefined);
    return customer.creditLimitMinor === null ? null : money(customer.creditLimitMinor, customer.currency);
  }
}

@Resolver(() => SupplyAnswer)
export class SupplyResolver {
  constructor(
    private readonly supply: SupplyService,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('supply.ask')
  @Query(() => SupplyAnswer, { description: 'May we supply this customer for this amount?' })
  canSupply(@Args() args: SupplyArgs): Promise<SupplyAnswer> {
    return this.supply.canSupply(args);
  }

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() answer: SupplyAnswer, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, answer.customerId, undefined);
  }
}

/** Adds to a customer how it stands with us. */
@Resolver(() => Customer)
export class CustomerStandingResolver {
  constructor(private readonly standings: StandingLoader) {}

  @ResolveField(() => Standing, { description: 'How it stands with us.' })
  standing(@Parent() customer: Customer, @Context('req') request: object): Promise<Standing> {
    return this.standings.of(request, customer.id, undefined);
  }
}
