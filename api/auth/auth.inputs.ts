import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { PersonRole } from './person.entity.js';

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address.' })
  @MaxLength(200)
  email: string;

  @Field(() => String, { description: 'Password.' })
  @MaxLength(1000)
  password: string;

  @Field(() => String, {
    nullable: true,
    description: 'With a second factor: six digits that the app shows, or a recovery code.',
  })
  @IsOptional()
  @MaxLength(50)
  code?: string;
}

@InputType({ description: 'A new password.' })
export class SetPasswordInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  @MaxLength(100)
  secret: string;

  @Field(() => String, { description: 'The password: at least 12 signs.' })
  @MaxLength(1000)
  password: string;

  @Field(() => String, { nullable: true, description: 'As in `SignInInput`.' })
  @IsOptional()
  @MaxLength(50)
  code?: string;
}

@InputType({ description: 'Another password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password until now.' })
  @MaxLength(1000)
  password: string;

  @Field(() => String, { nullable: true, description: 'As in `SignInInput`.' })
  @IsOptional()
  @MaxLength(50)
  code?: string;

  @Field(() => String, { description: 'The password from now on: at least 12 signs.' })
  @MaxLength(1000)
  newPassword: string;
}

@ArgsType()
export class LinkArgs {
  @Field(() => String, { description: 'E-mail address.' })
  @MaxLength(200)
  email: string;
}

@InputType({ description: 'Somebody new.' })
export class AddPersonInput {
  @Field(() => String, { description: 'E-mail address to sign in with.' })
  @MaxLength(200)
  email: string;

  @Field(() => String, { description: 'Name.' })
  @MaxLength(200)
  name: string;

  @Field(() => PersonRole, { description: 'Role.' })
  role: PersonRole;
}

@InputType({ description: 'What changes for a person.' })
export class ChangePersonInput {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => PersonRole, { nullable: true, description: 'The role from now on; as before when not given.' })
  @IsOptional()
  role?: PersonRole;

  @Field(() => Boolean, { nullable: true, description: 'Whether they may sign in; as before when not given.' })
  @IsOptional()
  isActive?: boolean;

  @Field(() => String, { nullable: true, description: 'Why; kept in the audit.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

export enum PersonSort {
  NAME = 'name',
  EMAIL = 'email',
  ROLE = 'role',
  CREATED_AT = 'created_at',
}
registerEnumType(PersonSort, {
  name: 'PersonSort',
  description: 'What people are sorted by.',
  valuesMap: {
    NAME: { description: 'Name.' },
    EMAIL: { description: 'Address.' },
    ROLE: { description: 'Role.' },
    CREATED_AT: { description: 'Since when.' },
  },
});

@InputType({ description: 'Which people.' })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: 'Only whose name holds this, or whose address begins so.' })
  @IsOptional()
  @MaxLength(200)
  search?: string;

  @Field(() => PersonRole, { nullable: true, description: 'Only in this role.' })
  @IsOptional()
  role?: PersonRole;

  @Field(() => Boolean, { nullable: true, description: 'Only who may, or may not, sign in.' })
  @IsOptional()
  isActive?: boolean;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Which people; all when not given.' })
  @IsOptional()
  filter?: PersonFilter;

  @Field(() => PersonSort, { defaultValue: PersonSort.NAME, description: 'By what.' })
  sort: PersonSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
