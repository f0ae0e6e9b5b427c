import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { StandingModule } from '../standing/standing.module.js';
import { AgreementsDue } from './agreements-due.service.js';
import { CustomerListResolver, CustomerPageResolver } from './customer-list.resolver.js';
import { CustomerListService } from './customer-list.service.js';
import { DebtorsResolver, PortfolioResolver } from './portfolio.resolver.js';
import { PortfolioService } from './portfolio.service.js';
import { ProposalsOfDay } from './proposals-of-day.js';
import { SearchResolver, SearchService } from './search.js';
import { CustomerTimelineResolver, TimelineLoader } from './timeline.js';
import { WorkListResolver } from './work-list.resolver.js';
import { WorkListService } from './work-list.service.js';

@Module({
  imports: [CustomersModule, DecisionsModule, LedgerModule, RemindersModule, StandingModule],
  providers: [
    PortfolioService,
    CustomerListService,
    ProposalsOfDay,
    AgreementsDue,
    WorkListService,
    TimelineLoader,
    SearchService,
    PortfolioResolver,
    DebtorsResolver,
    CustomerListResolver,
    CustomerPageResolver,
    WorkListResolver,
    CustomerTimelineResolver,
    SearchResolver,
  ],
  exports: [PortfolioService],
})
export class PortfolioModule {}
