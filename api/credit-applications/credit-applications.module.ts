import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CreditChecksModule } from '../credit-checks/credit-checks.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { AskAboutApplicant } from './ask-about-applicant.service.js';
import { CreditApplicationJobs } from './credit-applications.jobs.js';
import { CreditApplicationsResolver, ProspectFormsResolver } from './credit-applications.resolver.js';
import { CreditApplications } from './credit-applications.service.js';
import { ProspectForms } from './prospect-forms.service.js';

@Module({
  imports: [AuthModule, CreditChecksModule, CustomersModule, LedgerModule],
  providers: [
    AskAboutApplicant,
    CreditApplications,
    ProspectForms,
    CreditApplicationJobs,
    CreditApplicationsResolver,
    ProspectFormsResolver,
  ],
  exports: [CreditApplications],
})
export class CreditApplicationsModule {}
