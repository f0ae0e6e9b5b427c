import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { AskOnVetting } from './ask-on-vetting.service.js';
import { AskedAboutService } from './asked-about.service.js';
import { BureauScales } from './bureau-scales.service.js';
import { CreditCheckReads } from './credit-check-reads.loader.js';
import { CreditCheckReuse } from './credit-check-reuse.service.js';
import { CreditChecksOfLoader } from './credit-checks.loader.js';
import {
  CreditCheckAnswerResolver,
  CreditCheckResolver,
  CreditCheckSettingsResolver,
  CreditChecksResolver,
  CustomerCreditChecksResolver,
} from './credit-checks.resolver.js';
import { CreditChecks } from './credit-checks.service.js';
import { Providers } from './providers/providers.service.js';
import { RequestCreditCheck } from './request-credit-check.service.js';
import { CreditCheckRequests } from './requests.service.js';
import { TypeInCreditCheck } from './type-in-credit-check.service.js';

import { WhomToAsk } from './whom-to-ask.service.js';

@Module({
  imports: [CustomersModule],
  providers: [
    AskOnVetting,
    AskedAboutService,
    BureauScales,
    CreditChecks,
    CreditCheckReads,
    CreditCheckRequests,
    CreditCheckReuse,
    CreditChecksOfLoader,
    Providers,
    RequestCreditCheck,
    TypeInCreditCheck,
    WhomToAsk,
    CreditChecksResolver,
    CreditCheckSettingsResolver,
    CreditCheckResolver,
    CreditCheckAnswerResolver,
    CustomerCreditChecksResolver,
  ],
  exports: [AskOnVetting, BureauScales, CreditChecks, CreditCheckReads, Providers, RequestCreditCheck],
})
export class CreditChecksModule {}
