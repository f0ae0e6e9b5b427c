import { Module } from '@nestjs/common';
import { CreditApplicationsModule } from '../credit-applications/credit-applications.module.js';
import { CreditChecksModule } from '../credit-checks/credit-checks.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { Clauses } from './clauses.service.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsOfLoader, SignedContractLoader } from './contracts.loader.js';
import { ClausesResolver, ContractsResolver, CustomerContractsResolver } from './contracts.resolver.js';
import { Contracts } from './contracts.service.js';
import { LettersController } from './letters.controller.js';
import { Letters } from './letters.service.js';

@Module({
  imports: [CreditApplicationsModule, CreditChecksModule, CustomersModule, DecisionsModule],
  controllers: [ContractsController, LettersController],
  providers: [
    Clauses,
    Contracts,
    Letters,
    ContractsOfLoader,
    SignedContractLoader,
    ClausesResolver,
    ContractsResolver,
    CustomerContractsResolver,
  ],
})
export class ContractsModule {}
