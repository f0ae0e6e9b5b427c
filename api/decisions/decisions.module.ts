import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
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
import { OverridesResolver } from './overrides.resolver.js';
import { Overrides } from './overrides.service.js';

@Module({
  imports: [ApprovalsModule, CustomersModule],
  providers: [
    DecisionsService,
    DecisionsOfLoader,
    CreditCheckReads,
    Overrides,
    OverridesResolver,
    DecisionsResolver,
    DecisionInputsResolver,
    KeptRecommendationResolver,
    CustomerDecisionsResolver,
  ],
  exports: [DecisionsService],
})
export class DecisionsModule {}
