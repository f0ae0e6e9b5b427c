import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { CustomerDecisionsResolver, DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [CustomersModule],
  providers: [DecisionsService, DecisionsResolver, CustomerDecisionsResolver],
  exports: [DecisionsService],
})
export class DecisionsModule {}
