import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditResolver } from './audit.resolver.js';
import { Audit } from './audit.service.js';
import { AuditChain } from './audit-chain.service.js';
import { AuditLog } from './audit-log.service.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [Audit, AuditChain, AuditLog, AuditResolver],
  exports: [Audit],
})
export class AuditModule {}
