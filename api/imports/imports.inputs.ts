import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { type DecimalSign, decimalSigns } from './cells/amounts.js';
import { type DateOrder, dateOrders } from './cells/dates.js';
import { ImportState } from './imports.states.js';
import { type Kind, kinds } from './kinds.js';

@InputType({ description: 'What one column of a file means.' })
export class ColumnMappingInput {
  @Field(() => String, { description: 'Name of the column in the file.' })
  @MaxLength(1000)
  column: string;

  @Field(() => String, { description: 'The field it fills. Columns that are left out fill none.' })
  @MaxLength(100)
  field: string;
}

@InputType({ description: 'What the columns of a file mean; remembered for the next file with the same header.' })
export class MapImportFileInput {
  @Field(() => ID, { description: 'The import.' })
  @MaxLength(20)
  importId: string;

  @Field(() => String, { description: 'Name of the file.' })
  @MaxLength(1000)
  file: string;

  @Field(() => String, {
    description: 'What the file holds: customers, invoices, payments, invoices-with-clearing or rates.',
  })
  @IsIn(
    kinds.map(({ kind }) => kind),
    { message: `kind is one of ${kinds.map(({ kind }) => kind).join(', ')}` },
  )
  kind: Kind;

  @Field(() => [ColumnMappingInput], { description: 'Its columns.' })
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ColumnMappingInput)
  mapping: ColumnMappingInput[];

  @Field(() => String, { nullable: true, description: 'day-month or month-day, where the dates leave it open.' })
  @IsOptional()
  @IsIn(dateOrders, { message: 'dateOrder is day-month or month-day' })
  dateOrder?: DateOrder;

  @Field(() => String, { nullable: true, description: '. or , where the amounts leave it open.' })
  @IsOptional()
  @IsIn(decimalSigns, { message: 'decimalSign is . or ,' })
  decimalSign?: DecimalSign;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 4217 code of all amounts, where the file has no column for it; the reporting currency when not given.',
  })
  @IsOptional()
  @Length(3, 3)
  currency?: string;
}

@InputType({ description: 'Writes a checked import to the book.' })
export class PostImportInput {
  @Field(() => ID, { description: 'The import.' })
  @MaxLength(20)
  importId: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Import the good rows and set the bad ones aside; without it any bad row keeps all of them out.',
  })
  @IsOptional()
  acceptGood?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Keep the demo book beside the imported one.' })
  @IsOptional()
  keepDemo?: boolean;
}

export enum ImportSort {
  CREATED_AT = 'created_at',
}
registerEnumType(ImportSort, {
  name: 'ImportSort',
  description: 'What imports are sorted by.',
  valuesMap: { CREATED_AT: { description: 'When the files arrived.' } },
});

@InputType({ description: 'Which imports.' })
export class ImportFilter {
  @Field(() => ImportState, { nullable: true, description: 'Only those in this state.' })
  @IsOptional()
  state?: ImportState;
}

@ArgsType()
export class ImportsArgs extends PageArgs {
  @Field(() => Int, { defaultValue: 10, description: 'How many rows: 1 to 200.' })
  @Min(1)
  @Max(200)
  declare first: number;

  @Field(() => ImportFilter, { nullable: true, description: 'Which imports.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportFilter)
  filter?: ImportFilter;

  @Field(() => ImportSort, { defaultValue: ImportSort.CREATED_AT, description: 'What they are sorted by.' })
  sort: ImportSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction: SortDirection;
}
