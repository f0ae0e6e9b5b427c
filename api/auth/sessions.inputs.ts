import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';

export enum SessionSort {
  SEEN_AT = 'seen_at',
  BEGAN_AT = 'began_at',
}
registerEnumType(SessionSort, {
  name: 'SessionSort',
  description: 'What sessions are sorted by.',
  valuesMap: {
    SEEN_AT: { description: 'When they were last used.' },
    BEGAN_AT: { description: 'When they began.' },
  },
});

@InputType({ description: 'Which sessions.' })
export class SessionFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only the one that asks, or only the others.' })
  @IsOptional()
  isThisOne?: boolean;
}

@ArgsType()
export class SessionsArgs extends PageArgs {
  @Field(() => SessionFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: SessionFilter;

  @Field(() => SessionSort, { defaultValue: SessionSort.SEEN_AT, description: 'By what.' })
  sort: SessionSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
