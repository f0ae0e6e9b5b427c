import { Injectable } from '@nestjs/common';
import type { ImportReport } from './import.view.js';
import { ImportEntries } from './import-entries.js';
import { ImportRun, type RunOptions } from './import-run.js';
import { MappingsService } from './mappings.service.js';
import { sniffFile } from './reading/file-reading.js';

/** Files from the disk of this machine into the book: what the command line calls. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly importRun: ImportRun,
    private readonly mappings: MappingsService,
    private readonly entries: ImportEntries,
  ) {}

  /** Checks the files and, unless it is a dry run, posts them: all rows, or with `acceptGood` all good ones, or none. */
  async run(files: readonly { path: string; name: string }[], options: RunOptions): Promise<ImportReport> {
    const sniffed = [];
    for (const file of files) {
      const read = await sniffFile(file);
      sniffed.push({ ...read, meaning: read.meaning ?? (await this.mappings.remembered(read.dialect.header)) });
    }
    const { report } = await this.importRun.run(sniffed, options, async (client, report, readings) => {
      const id = await this.entries.add(client, readings);
      await this.entries.posted(client, id, report, readings);
    });
    return report;
  }
}
