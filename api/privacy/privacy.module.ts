import { Module } from '@nestjs/common';
import { ContactData } from './contact-data.service.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { RetentionService } from './retention.service.js';

@Module({ providers: [ContactData, RetentionService, PrivacyResolver], exports: [RetentionService] })
export class PrivacyModule {}
