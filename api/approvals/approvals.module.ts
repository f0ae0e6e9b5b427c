import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ApprovalsResolver } from './approvals.resolver.js';
import { Approvals } from './approvals.service.js';
import { AuthorityService } from './authority.service.js';

@Module({
  imports: [AuthModule, CustomersModule, LedgerModule],
  providers: [Approvals, AuthorityService, ApprovalsResolver],
  exports: [Approvals],
})
export class ApprovalsModule {}
