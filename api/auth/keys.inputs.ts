import { ArgsType, Field, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { MOST_DAYS } from './keys.service.js';

@InputType({ description: 'A new key.' })
export class MakeApiKeyInput {
  @Field(() => String, { description: 'What it is for, in one line: the name of the program.' })
  @MaxLength(100)
  name: string;

  @Field(() => [String], { description: 'All it may do, as codes of `keyPermissions`.' })
  @ArrayMaxSize(50)
  permissions: string[];

  @Field(() => Int, { defaultValue: 365, description: `For how many days: 1 to ${MOST_DAYS}.` })
  @Min(1)
  @Max(MOST_DAYS)
  validDays: number;
}

export enum ApiKeySort {
  NAME = 'name',
  MADE_AT = 'made_at',
  EXPIRES_AT = 'expires_at',
  LAST_USED_AT = 'last_used_at',
}
registerEnumType(ApiKeySort, {
  name: 'ApiKeySort',
  description: 'What keys are sorted by.',
  valuesMap: {
    NAME: { description: 'Name.' },
    MADE_AT: { description: 'When they were made.' },
    EXPIRES_AT: { description: 'When they end.' },
    LAST_USED_AT: { description: 'When they were last used; never is the earliest.' },
  },
});

@InputType({ description: 'Which keys.' })
export class ApiKeyFilter {
  @Field(() => String, { nullable: true, description: 'Only whose name holds this, or whose prefix begins so.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are, or are not, usable.' })
  @IsOptional()
  isUsable?: boolean;
}

@ArgsType()
export class ApiKeysArgs extends PageArgs {
  @Field(() => ApiKeyFilter, { nullable: true, description: 'Which keys; all when not given.' })
  @IsOptional()
  filter?: ApiKeyFilter;

  @Field(() => ApiKeySort, { defaultValue: ApiKeySort.NAME, description: 'By what.' })
  sort: ApiKeySort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
