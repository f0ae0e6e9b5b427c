import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Request } from 'express';
import { Config } from '../config.js';
import { caller } from '../shared/caller.js';
import { ProgramSql } from '../shared/sql.js';
import { AccountMails } from './account-mails.service.js';
import { Allow } from './allow.js';
import { DemoOnly } from './auth.errors.js';
import { ChangePasswordInput, LinkArgs, SetPasswordInput, SignInInput } from './auth.inputs.js';
import { Me, SignInWays } from './auth.view.js';
import { FactorDuty } from './factor-duty.service.js';
import { NewPassword } from './new-password.service.js';
import { People } from './people.service.js';
import { roles } from './permissions.js';
import { type Person, PersonRole } from './person.entity.js';
import { type SignedIn, SignIn } from './sign-in.service.js';
import { giveCookie, isHandedOn, takeCookie } from './who-asks.js';

/** In, out, and who is in. */
@Resolver(() => Me)
export class AuthResolver {
  constructor(
    private readonly signing: SignIn,
    private readonly newPassword: NewPassword,
    private readonly mails: AccountMails,
    private readonly people: People,
    private readonly duty: FactorDuty,
    private readonly sql: ProgramSql,
    private readonly config: Config,
  ) {}

  @Allow('anyone')
  @Query(() => Me, { nullable: true, description: 'Whoever asks; null for who has not signed in, and for keys.' })
  async me(): Promise<Me | null> {
    const { personId, lacksSecondFactor = false } = caller();
    return personId === null ? null : meOf(await this.people.byId(personId), lacksSecondFactor);
  }

  @Allow('anyone')
  @Query(() => SignInWays, { description: 'How one may sign in here.' })
  async signInWays(@Context('req') request: Request): Promise<SignInWays> {
    const somebody = await this.sql.one('select from person where not is_demo and is_active limit 1');
    return {
      demoPeople: isHandedOn(request) ? [] : await this.signing.demoPeople(),
      hasPeople: somebody !== undefined,
      mailsLinks: this.mails.areMailed,
      oidc: this.config.oidc ? { title: this.config.oidc.title, address: '/sign-in/oidc' } : null,
    };
  }

  @Allow('anyone')
  @Mutation(() => Me, { description: 'Signs in with address and password.' })
  async signIn(
    @Args('input', { description: 'Who.' }) input: SignInInput,
    @Context('req') request: Request,
  ): Promise<Me> {
    return this.entered(request, await this.signing.withPassword(input));
  }

  @Allow('anyone')
  @Mutation(() => Me, { description: 'Signs in as one of the people of the demo book.' })
  async signInAsDemo(
    @Args('role', { type: () => PersonRole, description: 'In which role.' }) role: PersonRole,
    @Context('req') request: Request,
  ): Promise<Me> {
    // Only this machine reaches us, unless something on it hands others on.
    if (isHandedOn(request)) throw new DemoOnly();
    return this.entered(request, await this.signing.asDemo(role));
  }

  @Allow('anyone')
  @Mutation(() => Boolean, {
    description: 'Mails a link to set a password, if somebody has the address; the answer does not tell.',
  })
  async askForPasswordLink(@Args() { email }: LinkArgs): Promise<boolean> {
    await this.mails.askForLink(email);
    return true;
  }

  @Allow('anyone')
  @Mutation(() => Me, { description: 'Sets a password by a link, ends all other sessions, and signs in.' })
  async setPassword(
    @Args('input', { description: 'The link and the password.' }) input: SetPasswordInput,
    @Context('req') request: Request,
  ): Promise<Me> {
    return this.entered(request, await this.newPassword.set(input));
  }

  @Allow('signed in')
  @Mutation(() => Me, {
    description: 'Sets another password for whoever asks, who shows the one until now; ends all other sessions.',
  })
  async changePassword(
    @Args('input', { description: 'Both passwords.' }) input: ChangePasswordInput,
    @Context('req') request: Request,
  ): Promise<Me> {
    return this.entered(request, await this.newPassword.change(await this.people.whoAsks(), input));
  }

  @Allow('anyone')
  @Mutation(() => Boolean, { description: 'Signs out here.' })
  async signOut(@Context('req') request: Request): Promise<boolean> {
    await this.signing.out();
    takeCookie(request);
    return true;
  }

  @Allow('signed in')
  @Mutation(() => Boolean, { description: 'Signs out on every machine.' })
  async signOutEverywhere(@Context('req') request: Request): Promise<boolean> {
    const { personId } = caller();
    if (personId !== null) await this.signing.endEverywhere(personId);
    takeCookie(request);
    return true;
  }

  private entered(request: Request, { person, secret }: SignedIn): Me {
    giveCookie(request, secret);
    return meOf(person, this.duty.isOwedBy(person));
  }
}

const meOf = (person: Person, mustAddSecondFactor: boolean): Me => ({
  person,
  permissions: mustAddSecondFactor ? [] : roles[person.role].may,
  mustAddSecondFactor,
});
