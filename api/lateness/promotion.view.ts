import { Field, ObjectType } from '@nestjs/graphql';
import { FourEyes } from '../approvals/approval.view.js';

@ObjectType({ description: 'That one person asks to put a model in force, and what another said.' })
export class Promotion extends FourEyes {
  modelId: number;

  @Field(() => String, { description: 'Why, in the words of whoever asks.' })
  reason: string;
}
