import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { keyOf } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { Allow } from './allow.js';
import { AddPersonInput, ChangePersonInput, PeopleArgs } from './auth.inputs.js';
import { PersonAdded, PersonPage } from './auth.view.js';
import { People } from './people.service.js';
import { Person } from './person.entity.js';

@Resolver(() => Person)
export class PeopleResolver {
  constructor(private readonly service: People) {}

  @Allow('people.manage')
  @Query(() => PersonPage, { description: 'Who may sign in.' })
  people(@Args() { filter = {}, sort, direction, ...page }: PeopleArgs): Promise<Page<Person>> {
    return this.service.page({ ...filter, sort, direction, page });
  }

  @Allow('people.manage')
  @Mutation(() => PersonAdded, { description: 'Adds somebody, who sets a password by a link.' })
  addPerson(@Args('input', { description: 'Who.' }) input: AddPersonInput): Promise<PersonAdded> {
    return this.service.invite(input);
  }

  @Allow('people.manage')
  @Mutation(() => Person, { description: 'Changes the role of a person, or whether they may sign in.' })
  changePerson(@Args('input', { description: 'Who, and what.' }) input: ChangePersonInput): Promise<Person> {
    return this.service.change(keyOf(input.personId), input);
  }

  @Allow('people.manage')
  @Mutation(() => String, {
    nullable: true,
    description:
      'A link for a person to set a new password; the one before it ends. Null with a mail server: it is mailed to them.',
  })
  makePasswordLink(
    @Args('personId', { type: () => ID, description: 'For whom.' }) personId: string,
  ): Promise<string | null> {
    return this.service.giveLink(keyOf(personId));
  }
}
