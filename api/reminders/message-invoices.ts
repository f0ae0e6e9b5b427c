/** The invoices that a message speaks of. */
import { ArgsType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Invoice } from '../ledger/invoice.entity.js';
import { type Page, PageArgs, Paged, SortDirection } from '../shared/page.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';

export enum MessageInvoiceSort {
  NUMBER = 'number',
  DUE_ON = 'due_on',
  AMOUNT = 'amount',
}
registerEnumType(MessageInvoiceSort, {
  name: 'MessageInvoiceSort',
  description: 'What the invoices of a message are sorted by.',
  valuesMap: {
    NUMBER: { description: 'Number.' },
    DUE_ON: { description: 'Due day.' },
    AMOUNT: { description: 'What was asked, in minor units whatever the currency.' },
  },
});

@InputType({ description: 'Which invoices of a message.' })
export class MessageInvoiceFilter {
  @Field(() => String, { nullable: true, description: 'Only whose number holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class MessageInvoicesArgs extends PageArgs {
  @Field(() => MessageInvoiceFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: MessageInvoiceFilter;

  @Field(() => MessageInvoiceSort, { defaultValue: MessageInvoiceSort.NUMBER, description: 'By what.' })
  sort: MessageInvoiceSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}

@ObjectType({ description: 'A page of the invoices of a message.' })
export class MessageInvoicePage extends Paged(Invoice) {}

const values: Record<MessageInvoiceSort, (invoice: Invoice) => string | number> = {
  [MessageInvoiceSort.NUMBER]: ({ number }) => number,
  [MessageInvoiceSort.DUE_ON]: ({ dueOn }) => dueOn,
  [MessageInvoiceSort.AMOUNT]: ({ amountMinor }) => amountMinor,
};

export const pageOfInvoices = (invoices: readonly Invoice[], args: MessageInvoicesArgs): Page<Invoice> =>
  sortedPage(
    invoices.filter(({ number }) => anyHolds(args.filter?.search, number)),
    args,
    { name: 'invoices of a message', value: values[args.sort], key: ({ id }) => id },
  );
