import { Module } from '@nestjs/common';
import { SanctionsResolver } from './sanctions.resolver.js';
import { Sanctions } from './sanctions.service.js';

@Module({ providers: [Sanctions, SanctionsResolver], exports: [Sanctions] })
export class SanctionsModule {}
