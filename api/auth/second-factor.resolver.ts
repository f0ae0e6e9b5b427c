import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { keyOf } from '../shared/list.js';
import { Allow } from './allow.js';
import { Me } from './auth.view.js';
import { People } from './people.service.js';
import { Person } from './person.entity.js';
import { BeginSecondFactorInput, CodeArgs, EndSecondFactorInput } from './second-factor.inputs.js';
import { SecondFactorAdded, SecondFactorBegun } from './second-factor.view.js';
import { SecondFactors } from './second-factors.service.js';
import { SignIn } from './sign-in.service.js';

@Resolver(() => Me)
export class SecondFactorResolver {
  constructor(
    private readonly service: SecondFactors,
    private readonly people: People,
    private readonly signing: SignIn,
  ) {}

  @Allow('signed in')
  @Mutation(() => SecondFactorBegun, {
    description: 'Begins to add a second factor to whoever asks; the one begun before is forgotten.',
  })
  async beginSecondFactor(
    @Args('input', { description: 'Password.' }) { password }: BeginSecondFactorInput,
  ): Promise<SecondFactorBegun> {
    return this.signing.beginSecondFactor(await this.people.whoAsks(), password);
  }

  @Allow('signed in')
  @Mutation(() => SecondFactorAdded, { description: 'Turns it on: from now on signing in takes a code.' })
  async confirmSecondFactor(@Args() { code }: CodeArgs): Promise<SecondFactorAdded> {
    return { recoveryCodes: await this.service.confirm(await this.people.whoAsks(), code) };
  }

  @Allow('signed in')
  @Mutation(() => Boolean, { description: 'Removes the second factor of whoever asks.' })
  async endSecondFactor(
    @Args('input', { description: 'Password and code.' }) input: EndSecondFactorInput,
  ): Promise<boolean> {
    await this.signing.endSecondFactor(await this.people.whoAsks(), input);
    return true;
  }

  @Allow('people.manage')
  @Mutation(() => Person, { description: 'Removes the second factor of a person who is locked out.' })
  removeSecondFactor(
    @Args('personId', { type: () => ID, description: 'Whose; not one’s own.' }) personId: string,
  ): Promise<Person> {
    return this.people.removeSecondFactor(keyOf(personId));
  }

  @ResolveField(() => Int, { description: 'How many recovery codes are left; 0 without a second factor.' })
  recoveryCodesLeft(@Parent() { person }: Me): Promise<number> {
    return this.service.recoveryCodesLeft(person.id);
  }
}
