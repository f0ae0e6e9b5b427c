import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { JsonScalar } from '../shared/scalars.js';
import { Outcome } from './outcome.js';

@InputType({ description: 'A new value of a setting, and where it comes from.' })
export class PolicySettingInput {
  @Field(() => String, { description: 'Its name in a policy document.' })
  @MaxLength(60)
  key: string;

  @Field(() => JsonScalar, { description: 'A number, a list of numbers, or a value for each grade, as it was.' })
  value: unknown;

  @Field(() => String, { description: 'Where it comes from.' })
  @MaxLength(500)
  source: string;
}

@InputType({ description: 'What a draft changes of the policy in force; a draft there is, is replaced.' })
export class DraftPolicyInput {
  @Field(() => [PolicySettingInput], { description: 'The settings that differ.' })
  @ArrayMaxSize(100)
  settings: PolicySettingInput[];

  @Field(() => String, { description: 'Why.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}

export enum PolicyChangeSort {
  NAME = 'name',
  LIMIT = 'limit',
}
registerEnumType(PolicyChangeSort, {
  name: 'PolicyChangeSort',
  description: 'What customers whom a draft would change are sorted by.',
  valuesMap: { NAME: { description: 'Name.' }, LIMIT: { description: 'By how much the limit changes.' } },
});

@InputType({ description: 'Which customers whom a draft would change.' })
export class PolicyChangeFilter {
  @Field(() => String, { nullable: true, description: 'Only whose name holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class PolicyChangesArgs extends PageArgs {
  @Field(() => PolicyChangeFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: PolicyChangeFilter;

  @Field(() => PolicyChangeSort, { defaultValue: PolicyChangeSort.LIMIT, description: 'By what.' })
  sort: PolicyChangeSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum PolicyOfferChangeSort {
  DECIDED_ON = 'decidedOn',
  NAME = 'name',
  DEPOSIT = 'deposit',
}
registerEnumType(PolicyOfferChangeSort, {
  name: 'PolicyOfferChangeSort',
  description: 'What decisions that a draft would change are sorted by.',
  valuesMap: {
    DECIDED_ON: { description: 'Day of the decision.' },
    NAME: { description: 'Name of the customer.' },
    DEPOSIT: { description: 'By how much the deposit changes, as a share of the contract.' },
  },
});

@InputType({ description: 'Which decisions that a draft would change.' })
export class PolicyOfferChangeFilter {
  @Field(() => String, { nullable: true, description: 'Only of a customer whose name holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Outcome, { nullable: true, description: 'Only those to which the draft would lead.' })
  @IsOptional()
  outcome?: Outcome;
}

@ArgsType()
export class PolicyOfferChangesArgs extends PageArgs {
  @Field(() => PolicyOfferChangeFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: PolicyOfferChangeFilter;

  @Field(() => PolicyOfferChangeSort, { defaultValue: PolicyOfferChangeSort.DECIDED_ON, description: 'By what.' })
  sort: PolicyOfferChangeSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
