import { Field, ObjectType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import type { Permission } from './permissions.js';
import { Person } from './person.entity.js';

@ObjectType({ description: 'A page of people.' })
export class PersonPage extends Paged(Person) {}

@ObjectType({ description: 'Whoever asks, and what they may.' })
export class Me {
  @Field(() => Person, { description: 'Who.' })
  person: Person;

  @Field(() => [String], { description: 'All they may do, as the codes of permissions.' })
  permissions: readonly Permission[];

  @Field(() => Boolean, {
    description:
      'Whether their role takes a second factor that they do not have yet: until then they may nothing else.',
  })
  mustAddSecondFactor: boolean;
}

@ObjectType({ description: 'A provider of identities, where one may sign in.' })
export class OidcWay {
  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'Where the page sends who wants to.' })
  address: string;
}

@ObjectType({ description: 'How one may sign in here.' })
export class SignInWays {
  @Field(() => [Person], { description: 'People of the demo book, each one click away; none elsewhere.' })
  demoPeople: Person[];

  @Field(() => Boolean, { description: 'Whether anybody has been added yet.' })
  hasPeople: boolean;

  @Field(() => Boolean, { description: 'Whether links to set a password are mailed to who asks.' })
  mailsLinks: boolean;

  @Field(() => OidcWay, { nullable: true, description: 'The provider of identities; null when there is none.' })
  oidc: OidcWay | null;
}

@ObjectType({ description: 'A person that was added, and the link to hand to them.' })
export class PersonAdded {
  @Field(() => Person, { description: 'Who.' })
  person: Person;

  @Field(() => String, {
    nullable: true,
    description:
      'Where they set their password, once, within a day. It is shown only here; null with a mail server: it is mailed to them.',
  })
  link: string | null;
}
