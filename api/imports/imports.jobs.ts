import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { UploadedImports } from './uploaded-imports.service.js';
import { UploadsService } from './uploads.service.js';

@Injectable()
export class ImportsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly imports: UploadedImports,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<{ importId: number }>({
      id: 'check-import',
      description: 'The dry run of uploaded files.',
      run: ({ importId }) => this.imports.check(importId),
    });
    this.jobs.declare<{ importId: number }>({
      id: 'post-import',
      description: 'Writes a checked import to the book.',
      run: ({ importId }) => this.imports.post(importId),
    });
    this.jobs.declare({
      id: 'clear-uploads',
      description: 'Removes uploads and rejected rows that nobody has touched for as long as is set.',
      schedule: '40 3 * * *',
      run: () => this.uploads.clear(),
    });
  }
}
