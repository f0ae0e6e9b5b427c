import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';

export enum ContactSort {
  ADDED = 'added',
  NAME = 'name',
  EMAIL = 'email',
}
registerEnumType(ContactSort, {
  name: 'ContactSort',
  description: 'What contacts are sorted by.',
  valuesMap: {
    ADDED: { description: 'When they were added.' },
    NAME: { description: 'Name.' },
    EMAIL: { description: 'E-mail address; those without one come first.' },
  },
});

@InputType({ description: 'Which contacts.' })
export class ContactFilter {
  @Field(() => String, { nullable: true, description: 'Only whose name or address holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only with (or without) an e-mail address.' })
  @IsOptional()
  hasEmail?: boolean;
}

@ArgsType()
export class ContactsArgs extends PageArgs {
  @Field(() => ContactFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: ContactFilter;

  @Field(() => ContactSort, { defaultValue: ContactSort.ADDED, description: 'By what.' })
  sort: ContactSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}

@InputType({ description: 'Whether a customer gets reminders.' })
export class LeaveOutInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => Boolean, { description: 'True: no reminders from now on.' })
  leftOut: boolean;
}
