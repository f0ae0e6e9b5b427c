import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CreditApplicationJobs } from './credit-applications.jobs.js';
import { CreditApplicationsResolver, ProspectFormsResolver } from './credit-applications.resolver.js';
import { CreditApplications } from './credit-applications.service.js';
import { ProspectForms } from './prospect-forms.service.js';

@Module({
  imports: [AuthModule],
  providers: [
    CreditApplications,
    ProspectForms,
    CreditApplicationJobs,
    CreditApplicationsResolver,
    ProspectFormsResolver,
  ],
  exports: [CreditApplications],
})
export class CreditApplicationsModule {}
