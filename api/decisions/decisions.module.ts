import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { DecisionsOfLoader } from './decisions.loader.js';
import { CustomerDecisionsResolver, DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [CustomersModule],
  providers: [DecisionsService, DecisionsOfLoader, DecisionsResolver, CustomerDecisionsResolver],
  exports: [DecisionsService],
})
export class DecisionsModule {}
