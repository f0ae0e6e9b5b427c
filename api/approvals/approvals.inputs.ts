import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength, Min } from 'class-validator';
import { PersonRole } from '../auth/person.entity.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { MinorUnitsScalar } from '../shared/scalars.js';
import { ApprovalAction, ApprovalState } from './approval.view.js';

@InputType({ description: 'A decision about what somebody asked for.' })
export class DecideApprovalInput {
  @Field(() => ID, { description: 'Which.' })
  approvalId: string;

  @Field(() => String, { nullable: true, description: 'What to say about it.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string;
}

@InputType({ description: 'How far a role may go from today on.' })
export class AuthorityInput {
  @Field(() => ApprovalAction, { description: 'In what.' })
  action: ApprovalAction;

  @Field(() => PersonRole, { description: 'Who.' })
  role: PersonRole;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'Up to how much it acts alone, in the reporting currency; null: never.',
  })
  @IsOptional()
  @Min(0)
  aloneUpTo?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'Up to how much it approves what others ask, in the reporting currency; null: any amount.',
  })
  @IsOptional()
  @Min(0)
  approvesUpTo?: number;

  @Field(() => String, { nullable: true, description: 'Why; kept in the audit.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

export enum ApprovalSort {
  ASKED_AT = 'asked_at',
  AMOUNT = 'amount',
}
registerEnumType(ApprovalSort, {
  name: 'ApprovalSort',
  description: 'What approvals are sorted by.',
  valuesMap: { ASKED_AT: { description: 'When it was asked.' }, AMOUNT: { description: 'What is at stake.' } },
});

@InputType({ description: 'Which approvals.' })
export class ApprovalFilter {
  @Field(() => ApprovalState, { nullable: true, description: 'Only in this state.' })
  @IsOptional()
  state?: ApprovalState;

  @Field(() => ApprovalAction, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  action?: ApprovalAction;

  @Field(() => ID, { nullable: true, description: 'Only about this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => String, { nullable: true, description: 'Only whose customer or sentence holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class ApprovalsArgs extends PageArgs {
  @Field(() => ApprovalFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: ApprovalFilter;

  @Field(() => ApprovalSort, { defaultValue: ApprovalSort.ASKED_AT, description: 'By what.' })
  sort: ApprovalSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
