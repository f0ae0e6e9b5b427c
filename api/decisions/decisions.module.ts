import { Module } from '@nestjs/common';
import { CreditChecksModule } from '../credit-checks/credit-checks.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { Applications } from './applications.service.js';
import { DecisionsOfLoader } from './decisions.loader.js';
import {
  CustomerDecisionsResolver,
  DecisionInputsResolver,
  DecisionsResolver,
  KeptRecommendationResolver,
} from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { KeepDecision } from './keep-decision.service.js';

@Module({
  imports: [CreditChecksModule, CustomersModule],
  providers: [
    DecisionsService,
    DecisionsOfLoader,
    Applications,
    KeepDecision,
    DecisionsResolver,
    DecisionInputsResolver,
    KeptRecommendationResolver,
    CustomerDecisionsResolver,
  ],
  exports: [DecisionsService],
})
export class DecisionsModule {}
