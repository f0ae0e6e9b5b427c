import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { SettleSanctionMatchInput } from './sanctions.inputs.js';
import { Sanctions } from './sanctions.service.js';
import { SanctionList, SanctionSettlement } from './sanctions.view.js';

@Resolver(() => SanctionList)
export class SanctionsResolver {
  constructor(private readonly sanctions: Sanctions) {}

  @Allow('book.read')
  @Query(() => [SanctionList], { description: 'The lists of sanctions that applicants are looked for in.' })
  sanctionLists(): Promise<SanctionList[]> {
    return this.sanctions.lists();
  }

  @Allow('decisions.override')
  @Mutation(() => SanctionSettlement, {
    description: 'Says whether a company is the one on a list of sanctions. Until a person does, it is referred.',
  })
  settleSanctionMatch(
    @Args('input', { description: 'What was found out.' }) input: SettleSanctionMatchInput,
  ): Promise<SanctionSettlement> {
    return this.sanctions.settle(input);
  }
}
