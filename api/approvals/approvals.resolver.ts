import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import { Approval, ApprovalPage, Authority } from './approval.view.js';
import { ApprovalsArgs, AuthorityInput, DecideApprovalInput } from './approvals.inputs.js';
import { Approvals } from './approvals.service.js';
import { AuthorityService } from './authority.service.js';

const INPUT = { description: 'Which, and what to say about it.' };

@Resolver(() => Approval)
export class ApprovalsResolver {
  constructor(
    private readonly service: Approvals,
    private readonly customers: CustomersLoader,
    private readonly reach: AuthorityService,
  ) {}

  @Allow('standing.read')
  @Query(() => ApprovalPage, { description: 'What waits for a second person, and what became of it.' })
  approvals(@Args() args: ApprovalsArgs): Promise<Page<Approval>> {
    return this.service.page(args);
  }

  @Allow('approvals.decide')
  @Mutation(() => Approval, { description: 'Approves what another person asked for, and does it.' })
  approve(@Args('input', INPUT) input: DecideApprovalInput): Promise<Approval> {
    return this.service.approve(input.approvalId, input.note);
  }

  @Allow('approvals.decide')
  @Mutation(() => Approval, { description: 'Refuses what another person asked for.' })
  refuseApproval(@Args('input', INPUT) input: DecideApprovalInput): Promise<Approval> {
    return this.service.refuse(input.approvalId, input.note);
  }

  @Allow('approvals.decide')
  @Mutation(() => Approval, { description: 'Takes back what one asked for oneself.' })
  withdrawApproval(@Args('input', INPUT) input: DecideApprovalInput): Promise<Approval> {
    return this.service.withdraw(input.approvalId, input.note);
  }

  @Allow('book.read')
  @Query(() => [Authority], { description: 'How far each role may go today, alone and for others.' })
  authorities(): Promise<Authority[]> {
    return this.reach.all();
  }

  @Allow('authority.set')
  @Mutation(() => [Authority], { description: 'Sets how far a role may go from today on.' })
  setAuthority(@Args('input', { description: 'Who, and how far.' }) input: AuthorityInput): Promise<Authority[]> {
    return this.reach.set(input);
  }

  @ResolveField(() => Customer, { nullable: true, description: 'About whom; null when it is about the whole book.' })
  async customer(@Parent() { customerId }: Approval, @Context('req') request: object): Promise<Customer | null> {
    return customerId === null ? null : this.customers.of(request, customerId, undefined);
  }
}
