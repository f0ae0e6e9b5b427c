import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { DayScalar, InstantScalar, JsonScalar } from '../shared/scalars.js';

@ObjectType({ description: 'Who did what, and when: written with the act itself, and never rewritten.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => InstantScalar, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'Who: a person, a key, or the program itself.' })
  actor: string;

  @Field(() => String, { nullable: true, description: 'From where: an address, the command line, a job.' })
  origin: string | null;

  @Field(() => String, { description: 'What was done, in the words of the trade.' })
  action: string;

  @Field(() => String, { description: 'What it was done to: customer, invoice, book and so on.' })
  subjectType: string;

  @Field(() => String, { nullable: true, description: 'Key of what it was done to.' })
  subjectId: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What was changed, as it was; null when nothing was.' })
  before: Record<string, unknown> | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What was changed, as it is since; null when nothing was.' })
  after: Record<string, unknown> | null;

  @Field(() => String, { nullable: true, description: 'Why, as the person said it.' })
  reason: string | null;

  @Field(() => JsonScalar, { description: 'What else is worth knowing of it: counts, days, files.' })
  details: Record<string, unknown>;

  @Field(() => String, {
    nullable: true,
    description: 'Its hash in the chain; null in the moment before it is linked.',
  })
  hash: string | null;
}

@ObjectType({ description: 'A page of the audit.' })
export class AuditPage extends Paged(AuditEntry) {}

@InputType({ description: 'Which entries.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Only whose actor holds this.' })
  @IsOptional()
  @MaxLength(100)
  actor?: string;

  @Field(() => String, { nullable: true, description: 'Only whose action holds this.' })
  @IsOptional()
  @MaxLength(100)
  action?: string;

  @Field(() => String, { nullable: true, description: 'Only of this kind of subject.' })
  @IsOptional()
  @MaxLength(100)
  subjectType?: string;

  @Field(() => String, { nullable: true, description: 'Only of the subject with this key.' })
  @IsOptional()
  @MaxLength(100)
  subjectId?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only from this day on, in UTC.' })
  @IsOptional()
  from?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only up to this day, in UTC.' })
  @IsOptional()
  to?: string;
}

export enum AuditSort {
  AT = 'id',
  ACTOR = 'actor',
  ACTION = 'action',
}
registerEnumType(AuditSort, {
  name: 'AuditSort',
  description: 'What the audit is sorted by.',
  valuesMap: {
    AT: { description: 'When.' },
    ACTOR: { description: 'Who.' },
    ACTION: { description: 'What was done.' },
  },
});

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries; all when not given.' })
  @IsOptional()
  filter?: AuditFilter;

  @Field(() => AuditSort, { defaultValue: AuditSort.AT, description: 'By what.' })
  sort: AuditSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
