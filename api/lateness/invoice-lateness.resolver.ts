import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Invoice } from '../ledger/invoice.entity.js';
import { Clock } from '../shared/clock.js';
import { DayScalar } from '../shared/scalars.js';
import { InvoiceLatenessLoader, type TellingOfInvoice } from './invoice-lateness.loader.js';
import { InvoiceLateness } from './invoice-lateness.view.js';

const AS_OF = { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' };

/** Adds to an invoice what the model of lateness has to say about it. */
@Resolver(() => Invoice)
export class InvoiceLatenessResolver {
  constructor(
    private readonly told: InvoiceLatenessLoader,
    private readonly clock: Clock,
  ) {}

  @Allow('scores.read')
  @ResolveField(() => InvoiceLateness, {
    nullable: true,
    description: 'How late it will be paid; null when it is settled, and where noLateness says why.',
  })
  async lateness(
    @Parent() invoice: Invoice,
    @Context('req') request: object,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<InvoiceLateness | null> {
    return (await this.tellingOf(invoice, request, asOf)).lateness;
  }

  @Allow('scores.read')
  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the model says nothing of an open invoice; null when it does.',
  })
  async noLateness(
    @Parent() invoice: Invoice,
    @Context('req') request: object,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<string | null> {
    return (await this.tellingOf(invoice, request, asOf)).because;
  }

  private tellingOf(invoice: Invoice, request: object, asOf?: string): Promise<TellingOfInvoice> {
    const day = asOf ?? this.clock.today();
    const { customerId, id, settledOn } = invoice;
    if (settledOn !== null) return Promise.resolve({ lateness: null, because: 'It is settled.' });
    return this.told.of(request, { customerId, id }, { asOf: day });
  }
}
