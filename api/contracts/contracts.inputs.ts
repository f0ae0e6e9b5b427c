import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsOptional, MaxLength, MinLength } from 'class-validator';
import { Sureness } from '../credit-checks/bureau-scale.view.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { ClauseKey } from './clause.view.js';

@ArgsType()
export class ProposalArgs {
  @Field(() => ID, { description: 'The customer.' })
  customerId: string;

  @Field(() => ID, { description: 'The decision about it.' })
  decisionId: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166 code of the country whose words are taken; that of the customer when not given.',
  })
  @IsOptional()
  @MaxLength(2)
  country?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether goods are supplied, and not services alone.' })
  suppliesGoods: boolean;
}

@InputType({ description: 'A contract to draw up.' })
export class DrawUpContractInput {
  @Field(() => ID, { description: 'The customer.' })
  customerId: string;

  @Field(() => ID, { description: 'The decision about it.' })
  decisionId: string;

  @Field(() => String, { description: 'Who supplies: our name as it stands in the register.' })
  @MinLength(2)
  @MaxLength(200)
  supplier: string;

  @Field(() => String, { nullable: true, description: 'Country whose words are taken; that of the customer.' })
  @IsOptional()
  @MaxLength(2)
  country?: string;

  @Field(() => [ClauseKey], { description: 'The clauses it is to hold.' })
  @ArrayNotEmpty({ message: 'A contract holds at least one clause.' })
  @ArrayUnique()
  @ArrayMaxSize(20)
  clauses: ClauseKey[];
}

@InputType({ description: 'A contract that both have signed.' })
export class SignedContractInput {
  @Field(() => ID, { description: 'The customer.' })
  customerId: string;

  @Field(() => ID, { description: 'The contract.' })
  contractId: string;

  @Field(() => DayScalar, { description: 'The day of the last signature.' })
  signedOn: string;
}

@InputType({ description: 'New words of a clause, from a day on.' })
export class ClauseInput {
  @Field(() => ClauseKey, { description: 'What it is about.' })
  key: ClauseKey;

  @Field(() => String, { nullable: true, description: 'ISO 3166 code; not given: wherever a country has none.' })
  @IsOptional()
  @MaxLength(2)
  country?: string;

  @Field(() => DayScalar, { nullable: true, description: 'From when; today when not given.' })
  @IsOptional()
  validOn?: string;

  @Field(() => String, { description: 'Its heading.' })
  @MinLength(2)
  @MaxLength(100)
  title: string;

  @Field(() => String, { description: 'Its words, with fields such as {deposit}.' })
  @MinLength(10)
  @MaxLength(5000)
  body: string;

  @Field(() => Sureness, { description: 'How sure the law is that it rests on.' })
  sureness: Sureness;

  @Field(() => String, { description: 'Where the words come from: who read them, and when.' })
  @MinLength(3)
  @MaxLength(500)
  source: string;
}

export enum ClauseSort {
  KEY = 'key',
  VALID_ON = 'valid_on',
}
registerEnumType(ClauseSort, {
  name: 'ClauseSort',
  description: 'What clauses are sorted by.',
  valuesMap: { KEY: { description: 'What they are about.' }, VALID_ON: { description: 'Since when they hold.' } },
});

@InputType({ description: 'Which clauses.' })
export class ClauseFilter {
  @Field(() => ClauseKey, { nullable: true, description: 'Only about this.' })
  @IsOptional()
  key?: ClauseKey;

  @Field(() => String, { nullable: true, description: 'Only of this country.' })
  @IsOptional()
  @MaxLength(2)
  country?: string;

  @Field(() => String, { nullable: true, description: 'Only those whose heading or words hold this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class ClausesArgs extends PageArgs {
  @Field(() => ClauseFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: ClauseFilter;

  @Field(() => ClauseSort, { defaultValue: ClauseSort.KEY, description: 'By what.' })
  sort: ClauseSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum ContractSort {
  DRAWN_UP_ON = 'drawn_up_on',
  SIGNED_ON = 'signed_on',
}
registerEnumType(ContractSort, {
  name: 'ContractSort',
  description: 'What contracts are sorted by.',
  valuesMap: {
    DRAWN_UP_ON: { description: 'Day it was drawn up.' },
    SIGNED_ON: { description: 'Day it was signed; those that are not come first as the latest.' },
  },
});

@InputType({ description: 'Which contracts.' })
export class ContractFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are signed, or are not.' })
  @IsOptional()
  isSigned?: boolean;
}

@ArgsType()
export class ContractsArgs extends PageArgs {
  @Field(() => ContractFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: ContractFilter;

  @Field(() => ContractSort, { defaultValue: ContractSort.DRAWN_UP_ON, description: 'By what.' })
  sort: ContractSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
