import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import type { Page } from '../shared/page.js';
import { Clause, ClausePage } from './clause.view.js';
import { Clauses } from './clauses.service.js';
import { Contract, ContractAct, ContractCover, ContractPage, ContractProposal } from './contract.view.js';
import { contractCover } from './contract-cover.js';
import {
  ClauseInput,
  ClausesArgs,
  ContractsArgs,
  DrawUpContractInput,
  ProposalArgs,
  SignedContractInput,
} from './contracts.inputs.js';
import { ContractsOfLoader, SignedContractLoader } from './contracts.loader.js';
import { Contracts } from './contracts.service.js';

@Resolver()
export class ClausesResolver {
  constructor(private readonly service: Clauses) {}

  @Allow('ledger.read')
  @Query(() => ClausePage, { description: 'The library of clauses.' })
  clauses(@Args() args: ClausesArgs): Promise<Page<Clause>> {
    return this.service.page(args);
  }

  @Allow('clauses.set')
  @Mutation(() => Clause, { description: 'Sets the words of a clause, from a day on.' })
  setClause(@Args('input', { description: 'Which, and its words.' }) input: ClauseInput): Promise<Clause> {
    return this.service.set(input);
  }
}

@Resolver()
export class ContractsResolver {
  constructor(private readonly service: Contracts) {}

  @Allow('contracts.draw-up')
  @Query(() => ContractProposal, { description: 'The clauses that a decision needs, filled with its figures.' })
  contractProposal(@Args() args: ProposalArgs): Promise<ContractProposal> {
    return this.service.proposal(args);
  }

  @Allow('contracts.draw-up')
  @Mutation(() => Contract, { description: 'Draws up a contract from a decision.' })
  drawUpContract(@Args('input', { description: 'From what.' }) input: DrawUpContractInput): Promise<Contract> {
    return this.service.drawUp(input);
  }

  @Allow('contracts.draw-up')
  @Mutation(() => Contract, { description: 'Notes that a contract is signed: from then on it counts.' })
  contractSigned(@Args('input', { description: 'Which, and when.' }) input: SignedContractInput): Promise<Contract> {
    return this.service.signed(input);
  }
}

/** Adds to a customer what was agreed with it. */
@Resolver(() => Customer)
export class CustomerContractsResolver {
  constructor(
    private readonly ofCustomer: ContractsOfLoader,
    private readonly signed: SignedContractLoader,
  ) {}

  @Allow('ledger.read')
  @ResolveField(() => ContractPage, { description: 'Contracts drawn up for it.' })
  contracts(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: ContractsArgs,
  ): Promise<Page<Contract>> {
    return this.ofCustomer.of(request, customer.id, args);
  }

  @Allow('ledger.read')
  @ResolveField(() => ContractCover, { description: 'Whether its signed contract gives us the right to an act.' })
  async contractCover(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('act', { type: () => ContractAct, description: 'What we want to do.' }) act: ContractAct,
  ): Promise<ContractCover> {
    return contractCover(act, await this.signed.of(request, customer.id, undefined));
  }
}
