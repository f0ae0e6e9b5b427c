import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { WriteOffsResolver } from './write-offs.resolver.js';
import { WriteOffs } from './write-offs.service.js';

@Module({
  imports: [ApprovalsModule, CustomersModule],
  providers: [WriteOffs, WriteOffsResolver],
  exports: [WriteOffs],
})
export class WriteOffsModule {}
