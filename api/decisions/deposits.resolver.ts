import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { DepositInput } from './deposits.inputs.js';
import { Deposits } from './deposits.service.js';
import { DepositReleased, DepositToRelease } from './deposits.view.js';
import { DepositsToReleaseLoader } from './deposits-to-release.loader.js';

@Resolver(() => Customer)
export class DepositsResolver {
  constructor(
    private readonly deposits: Deposits,
    private readonly toRelease: DepositsToReleaseLoader,
  ) {}

  @Allow('deposits.handle')
  @Mutation(() => Customer, { description: 'Notes a deposit that came in: it is held apart from payments.' })
  receiveDeposit(@Args('input', { description: 'How much, and with what.' }) input: DepositInput): Promise<Customer> {
    return this.deposits.receive(input);
  }

  @Allow('deposits.handle')
  @Mutation(() => DepositReleased, {
    description:
      'Gives a deposit back, or part of it: at once within one’s authority, else when another person approves.',
  })
  releaseDeposit(@Args('input', { description: 'How much, and why.' }) input: DepositInput): Promise<DepositReleased> {
    return this.deposits.release(input);
  }

  @ResolveField(() => DepositToRelease, {
    nullable: true,
    description: 'What of its deposit is to be given back by what was agreed; null while nothing is.',
  })
  depositToRelease(@Parent() customer: Customer, @Context('req') request: object): Promise<DepositToRelease | null> {
    return this.toRelease.of(request, customer.id, undefined);
  }
}
