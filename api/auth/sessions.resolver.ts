import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Request } from 'express';
import { keyOf } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { Allow } from './allow.js';
import { People } from './people.service.js';
import { Session, SessionPage } from './session.view.js';
import { SessionsArgs } from './sessions.inputs.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { cookieOf } from './who-asks.js';

/** Where somebody is signed in: each sees and ends their own, and whoever manages people ends anybody’s. */
@Resolver(() => Session)
export class SessionsResolver {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly signing: SignIn,
  ) {}

  @Allow('signed in')
  @Query(() => SessionPage, { description: 'Where whoever asks is signed in.' })
  async mySessions(@Args() args: SessionsArgs, @Context('req') request: Request): Promise<Page<Session>> {
    const { id } = await this.people.whoAsks();
    return this.sessions.page(id, args, cookieOf(request));
  }

  @Allow('signed in')
  @Mutation(() => Boolean, { description: 'Ends one session of whoever asks.' })
  async endSession(@Args('id', { type: () => ID, description: 'Which.' }) id: string): Promise<boolean> {
    await this.signing.endOne((await this.people.whoAsks()).id, keyOf(id));
    return true;
  }

  @Allow('people.manage')
  @Mutation(() => Boolean, { description: 'Signs a person out everywhere; they may sign in again.' })
  async signOutPerson(@Args('personId', { type: () => ID, description: 'Whom.' }) personId: string): Promise<boolean> {
    await this.signing.endEverywhere((await this.people.mine(keyOf(personId))).id);
    return true;
  }
}
