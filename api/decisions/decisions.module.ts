import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CreditApplicationsModule } from '../credit-applications/credit-applications.module.js';
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
import { OverridesResolver } from './overrides.resolver.js';
import { Overrides } from './overrides.service.js';
import { PoliciesResolver } from './policies.resolver.js';
import { Policies } from './policies.service.js';
import { PolicyPreview } from './policy-preview.service.js';
import { Replays } from './replays.service.js';

@Module({
  imports: [ApprovalsModule, CreditApplicationsModule, CreditChecksModule, CustomersModule],
  providers: [
    DecisionsService,
    DecisionsOfLoader,
    Applications,
    KeepDecision,
    Overrides,
    Policies,
    Replays,
    PolicyPreview,
    PoliciesResolver,
    OverridesResolver,
    DecisionsResolver,
    DecisionInputsResolver,
    KeptRecommendationResolver,
    CustomerDecisionsResolver,
  ],
  exports: [DecisionsService, Policies],
})
export class DecisionsModule {}
