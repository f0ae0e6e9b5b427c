import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';

export enum SearchKind {
  CUSTOMER = 'customer',
  INVOICE = 'invoice',
}
registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What was found.',
  valuesMap: { CUSTOMER: { description: 'A customer.' }, INVOICE: { description: 'An invoice.' } },
});

@ObjectType({ description: 'Something whose name or number matches.' })
export class SearchHit {
  @Field(() => SearchKind, { description: 'Customer or invoice.' })
  kind: SearchKind;

  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => String, { description: 'Name of the customer or number of the invoice.' })
  title: string;

  @Field(() => String, { description: 'Number of the customer, or whose invoice it is.' })
  detail: string;

  @Field(() => ID, { description: 'The customer.' })
  customerId: number;
}

@ObjectType({ description: 'A page of what was found.' })
export class SearchPage extends Paged(SearchHit) {}

export enum SearchSort {
  NEAREST = 'nearest',
  TITLE = 'title',
}
registerEnumType(SearchSort, {
  name: 'SearchSort',
  description: 'What is found is sorted by.',
  valuesMap: {
    NEAREST: { description: 'Customers before invoices, those that begin with the text before those that hold it.' },
    TITLE: { description: 'Name of the customer or number of the invoice.' },
  },
});

@InputType({ description: 'What to look among.' })
export class SearchFilter {
  @Field(() => SearchKind, { nullable: true, description: 'Only this kind.' })
  @IsOptional()
  kind?: SearchKind;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, { description: 'What to look for; its first 100 signs count.' })
  text: string;

  @Field(() => SearchFilter, { nullable: true, description: 'Among what.' })
  @IsOptional()
  filter?: SearchFilter;

  @Field(() => SearchSort, { defaultValue: SearchSort.NEAREST, description: 'By what.' })
  sort: SearchSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
