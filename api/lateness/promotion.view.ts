import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ApprovalState } from '../approvals/approval.view.js';
import { InstantScalar } from '../shared/scalars.js';

@ObjectType({ description: 'That one person asks to put a model in force, and what another said.' })
export class Promotion {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  modelId: number;

  @Field(() => String, { description: 'Why, in the words of whoever asks.' })
  reason: string;

  @Field(() => ApprovalState, { description: 'What became of it.' })
  state: ApprovalState;

  @Field(() => String, { description: 'Who asks.' })
  askedBy: string;

  @Field(() => InstantScalar, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What whoever decided said about it.' })
  note: string | null;

  @Field(() => Boolean, { description: 'Whether whoever asks now asked for it, and so cannot approve it.' })
  isMine: boolean;
}
