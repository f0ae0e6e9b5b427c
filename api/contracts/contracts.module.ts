import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { Clauses } from './clauses.service.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsOfLoader, SignedContractLoader } from './contracts.loader.js';
import { ClausesResolver, ContractsResolver, CustomerContractsResolver } from './contracts.resolver.js';
import { Contracts } from './contracts.service.js';

@Module({
  imports: [CustomersModule, DecisionsModule],
  controllers: [ContractsController],
  providers: [
    Clauses,
    Contracts,
    ContractsOfLoader,
    SignedContractLoader,
    ClausesResolver,
    ContractsResolver,
    CustomerContractsResolver,
  ],
})
export class ContractsModule {}
