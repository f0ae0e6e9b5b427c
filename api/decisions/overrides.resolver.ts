import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { DeclineOverridden } from './decision.view.js';
import { OverrideInput } from './decisions.inputs.js';
import { Overrides } from './overrides.service.js';

@Resolver()
export class OverridesResolver {
  constructor(private readonly service: Overrides) {}

  @Allow('decisions.override')
  @Mutation(() => DeclineOverridden, {
    description: 'Decides otherwise than a recommendation to decline, or asks a second person to.',
  })
  overrideDecline(
    @Args('input', { description: 'Which decision, what instead, and why.' }) input: OverrideInput,
  ): Promise<DeclineOverridden> {
    return this.service.overrideDecline(input);
  }
}
