import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { InstantScalar } from '../shared/scalars.js';

@ObjectType({ description: 'A browser in which somebody is signed in.' })
export class Session {
  @Field(() => ID, { description: 'Its key; its secret is in the cookie alone.' })
  id: number;

  @Field(() => InstantScalar, { description: 'When it began.' })
  beganAt: Date;

  @Field(() => InstantScalar, { description: 'When it was last used, to a few minutes.' })
  seenAt: Date;

  @Field(() => InstantScalar, { description: 'When it ends at the latest.' })
  endsAt: Date;

  @Field(() => String, { description: 'The address it began from.' })
  origin: string;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isThisOne: boolean;
}

@ObjectType({ description: 'A page of sessions.' })
export class SessionPage extends Paged(Session) {}
