import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { AgingService } from './aging.service.js';
import { BalancesLoader } from './balances.loader.js';
import { BookResolver } from './book.resolver.js';
import { BookService } from './book.service.js';
import { CustomerBalanceResolver, CustomerDocumentsResolver } from './customer-ledger.resolver.js';
import { Disputes } from './disputes.service.js';
import { CreditsOfLoader, DaysLateOfLoader, InvoicesOfLoader } from './documents.loaders.js';
import {
  AllocationsResolver,
  CreditsResolver,
  InvoiceAllocationsResolver,
  InvoicesResolver,
} from './invoices.resolver.js';
import { InvoicesService } from './invoices.service.js';
import { AgingLoader, AllocationsLoader, ArrearsLoader, InvoicesLoader, OpenLoader } from './ledger.loaders.js';
import { RatesService } from './rates.service.js';

@Module({
  imports: [CustomersModule],
  providers: [
    AgingService,
    BookService,
    Disputes,
    InvoicesService,
    RatesService,
    AgingLoader,
    AllocationsLoader,
    ArrearsLoader,
    BalancesLoader,
    InvoicesLoader,
    OpenLoader,
    InvoicesOfLoader,
    CreditsOfLoader,
    DaysLateOfLoader,
    AllocationsResolver,
    BookResolver,
    CreditsResolver,
    CustomerBalanceResolver,
    CustomerDocumentsResolver,
    InvoiceAllocationsResolver,
    InvoicesResolver,
  ],
  exports: [AgingService, BalancesLoader, ArrearsLoader, InvoicesLoader, BookService, InvoicesService, RatesService],
})
export class LedgerModule {}
