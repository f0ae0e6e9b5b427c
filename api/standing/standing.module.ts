import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LimitsService } from './limits.service.js';
import { OnHoldResolver } from './on-hold.resolver.js';
import { OnHoldService } from './on-hold.service.js';
import { StandingLoader } from './standing.loader.js';
import { CustomerStandingResolver, StopListResolver, SupplyResolver } from './standing.resolver.js';
import { StandingService } from './standing.service.js';
import { StopListService } from './stop-list.service.js';
import { SupplyService } from './supply.service.js';

@Module({
  imports: [ApprovalsModule, CustomersModule, LedgerModule],
  providers: [
    StandingService,
    LimitsService,
    StopListService,
    OnHoldService,
    SupplyService,
    StandingLoader,
    StopListResolver,
    SupplyResolver,
    OnHoldResolver,
    CustomerStandingResolver,
  ],
  exports: [StopListService, StandingLoader, SupplyService],
})
export class StandingModule {}
