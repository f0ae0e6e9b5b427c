import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { ModelKindShown, ModelState } from './model.view.js';

@InputType({ description: 'Which model to put in force, and why.' })
export class PromotionInput {
  @Field(() => ID, { description: 'The challenger.' })
  modelId: string;

  @Field(() => String, { description: 'Why: read by whoever approves it, and kept with it.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}

@InputType({ description: 'A decision about a model that somebody asked to put in force.' })
export class DecidePromotionInput {
  @Field(() => ID, { description: 'Which request.' })
  promotionId: string;

  @Field(() => String, { nullable: true, description: 'What to say about it.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string;
}

export enum ModelSort {
  VERSION = 'version',
  TRAINED_ON = 'trained_on',
}
registerEnumType(ModelSort, {
  name: 'ModelSort',
  description: 'What models are sorted by.',
  valuesMap: {
    VERSION: { description: 'Version.' },
    TRAINED_ON: { description: 'The day as of which it was trained.' },
  },
});

@InputType({ description: 'Which models.' })
export class ModelFilter {
  @Field(() => ModelKindShown, { nullable: true, description: 'Only those that tell this; lateness when not given.' })
  @IsOptional()
  kind?: ModelKindShown;

  @Field(() => ModelState, { nullable: true, description: 'Only in this state.' })
  @IsOptional()
  state?: ModelState;
}

@ArgsType()
export class ModelsArgs extends PageArgs {
  @Field(() => ModelFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: ModelFilter;

  @Field(() => ModelSort, { defaultValue: ModelSort.VERSION, description: 'By what.' })
  sort: ModelSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
