import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { WriteOffsModule } from '../write-offs/write-offs.module.js';
import { ImportEntries } from './import-entries.js';
import { ImportRun } from './import-run.js';
import { ImportsController } from './imports.controller.js';
import { ImportsJobs } from './imports.jobs.js';
import { ImportReportResolver, ImportsResolver } from './imports.resolver.js';
import { ImportsService } from './imports.service.js';
import { MappingsService } from './mappings.service.js';
import { UploadedImports } from './uploaded-imports.service.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [AuthModule, PrivacyModule, WriteOffsModule],
  controllers: [ImportsController],
  providers: [
    ImportEntries,
    ImportRun,
    ImportReportResolver,
    ImportsJobs,
    ImportsResolver,
    ImportsService,
    MappingsService,
    UploadedImports,
    UploadsService,
  ],
  exports: [ImportsService],
})
export class ImportsModule {}
