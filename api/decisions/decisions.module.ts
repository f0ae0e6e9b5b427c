import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { CreditCheckReads } from './credit-check-reads.loader.js';
import { DecisionsOfLoader } from './decisions.loader.js';
import {
  CustomerDecisionsResolver,
  DecisionInputsResolver,
  DecisionsResolver,
  KeptRecommendationResolver,
} from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [CustomersModule],
  providers: [
    DecisionsService,
    DecisionsOfLoader,
    CreditCheckReads,
    DecisionsResolver,
    DecisionInputsResolver,
    KeptRecommendationResolver,
    CustomerDecisionsResolver,
  ],
  exports: [DecisionsService],
})
export class DecisionsModule {}
