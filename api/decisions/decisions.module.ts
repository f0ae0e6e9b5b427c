import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CreditApplicationsModule } from '../credit-applications/credit-applications.module.js';
import { CreditChecksModule } from '../credit-checks/credit-checks.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { SanctionsModule } from '../sanctions/sanctions.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { AgreementsLoader } from './agreements.loader.js';
import { Applications } from './applications.service.js';
import { DecisionJobs } from './decisions.jobs.js';
import { DecisionsOfLoader } from './decisions.loader.js';
import {
  CustomerDecisionsResolver,
  DecisionInputsResolver,
  DecisionsResolver,
  KeptRecommendationResolver,
} from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { DepositReleases } from './deposit-releases.service.js';
import { DepositsResolver } from './deposits.resolver.js';
import { Deposits } from './deposits.service.js';
import { DepositsToReleaseLoader } from './deposits-to-release.loader.js';
import { Findings } from './findings.service.js';
import { KeepDecision } from './keep-decision.service.js';
import { KnownCustomers } from './known-customers.service.js';
import { OfferOutcomesResolver } from './offer-outcomes.resolver.js';
import { OfferOutcomes } from './offer-outcomes.service.js';
import { OverridesResolver } from './overrides.resolver.js';
import { Overrides } from './overrides.service.js';
import { PoliciesResolver, PolicyOfferChangeResolver } from './policies.resolver.js';
import { Policies } from './policies.service.js';
import { PolicyOffers } from './policy-offers.service.js';
import { PolicyPreview } from './policy-preview.service.js';
import { ProviderFindings } from './provider-findings.service.js';
import { RenewalsResolver } from './renewals.resolver.js';
import { Renewals } from './renewals.service.js';
import { Replays } from './replays.service.js';
import { VetAgain } from './vet-again.service.js';
import { WhatWasAgreed } from './what-was-agreed.service.js';

@Module({
  imports: [
    ApprovalsModule,
    CreditApplicationsModule,
    CreditChecksModule,
    CustomersModule,
    LedgerModule,
    SanctionsModule,
    ScoringModule,
  ],
  providers: [
    DecisionsService,
    DecisionsOfLoader,
    Applications,
    KnownCustomers,
    Findings,
    ProviderFindings,
    VetAgain,
    DecisionJobs,
    KeepDecision,
    Overrides,
    OfferOutcomes,
    AgreementsLoader,
    OfferOutcomesResolver,
    Deposits,
    DepositReleases,
    DepositsToReleaseLoader,
    DepositsResolver,
    Renewals,
    WhatWasAgreed,
    RenewalsResolver,
    Policies,
    Replays,
    PolicyPreview,
    PolicyOffers,
    PoliciesResolver,
    PolicyOfferChangeResolver,
    OverridesResolver,
    DecisionsResolver,
    DecisionInputsResolver,
    KeptRecommendationResolver,
    CustomerDecisionsResolver,
  ],
  exports: [DecisionsService, Policies, DepositReleases],
})
export class DecisionsModule {}
