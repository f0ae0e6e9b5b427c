import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { type Page, PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { BookService } from './book.service.js';
import { Book } from './book.view.js';
import {
  ExchangeRate,
  ExchangeRateFilter,
  ExchangeRateInput,
  ExchangeRatePage,
  ExchangeRateSort,
  ReportingCurrencyInput,
} from './exchange-rate.view.js';

@Resolver(() => Book)
export class BookResolver {
  constructor(private readonly books: BookService) {}

  @Allow('book.read')
  @Query(() => Book, { description: 'What the installation holds, and how it is set.' })
  book(): Promise<Book> {
    return this.books.book();
  }

  @ResolveField(() => Int, { description: 'How many customers.' })
  customerCount(): Promise<number> {
    return this.books.count('customer');
  }

  @ResolveField(() => Int, { description: 'How many invoices.' })
  invoiceCount(): Promise<number> {
    return this.books.count('invoice');
  }

  @ResolveField(() => [String], { description: 'Segments that customers belong to, by name; the first hundred.' })
  segments(): Promise<string[]> {
    return this.books.segments();
  }

  @ResolveField(() => [String], {
    description: 'Currencies of the book that have no rate on or before the day: their amounts are in no total.',
  })
  currenciesWithoutRate(
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' })
    asOf?: string,
  ): Promise<string[]> {
    return this.books.currenciesWithoutRate(this.books.asOf(asOf));
  }

  @Allow('book.read')
  @Query(() => ExchangeRatePage, { description: 'Dated rates between currencies.' })
  exchangeRates(
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which.' }) filter?: ExchangeRateFilter,
    @Args('sort', { type: () => ExchangeRateSort, defaultValue: ExchangeRateSort.VALID_ON, description: 'By what.' })
    sort = ExchangeRateSort.VALID_ON,
    @Args('direction', { type: () => SortDirection, defaultValue: SortDirection.DESC, description: 'Which end first.' })
    direction = SortDirection.DESC,
  ): Promise<Page<ExchangeRate>> {
    return this.books.exchangeRates(page, filter?.currency, sort, direction);
  }

  @Allow('settings.change')
  @Mutation(() => ExchangeRate, {
    description: 'Sets what one unit of a currency is worth in the reporting currency from a day on.',
  })
  setExchangeRate(@Args('input', { description: 'The rate.' }) input: ExchangeRateInput): Promise<ExchangeRate> {
    return this.books.setRate(input);
  }

  @Allow('settings.change')
  @Mutation(() => Book, { description: 'Sets the currency totals are shown in.' })
  setReportingCurrency(@Args('input', { description: 'The currency.' }) input: ReportingCurrencyInput): Promise<Book> {
    return this.books.setReportingCurrency(input.currency);
  }
}
