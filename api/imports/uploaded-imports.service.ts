import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isCurrency } from '../../analytics/index.js';
import { UnknownCurrency } from '../ledger/ledger.errors.js';
import { caller, commandLine, inTheNameOf } from '../shared/caller.js';
import { NotFound, Refusal } from '../shared/refusal.js';
import { proposeMapping } from './formats/propose.js';
import type { Import, ImportFile, ImportProgress } from './import.view.js';
import { fileOf, ImportEntries, type ImportEntry } from './import-entries.js';
import { ImportRun, type RunOptions } from './import-run.js';
import {
  AmbiguousAmounts,
  AmbiguousDates,
  BadRowsInImport,
  ContradictingAmounts,
  ContradictingDates,
} from './imports.errors.js';
import type { MapImportFileInput, PostImportInput } from './imports.inputs.js';
import { ImportState } from './imports.states.js';
import { MappingsService, meaningOf } from './mappings.service.js';
import { mustMayPost } from './may-post.js';
import { type Meaning, type SniffedFile, sniffFile } from './reading/file-reading.js';
import { survey } from './reading/survey.js';
import { UploadsService } from './uploads.service.js';

/** What a person can settle by saying how a file is written. */
const canBeSettled = [AmbiguousDates, ContradictingDates, AmbiguousAmounts, ContradictingAmounts];
const PROGRESS_EVERY_MS = 500;

/** Files dropped in the page, step by step: uploaded, checked, perhaps mapped, posted. */
@Injectable()
export class UploadedImports {
  constructor(
    private readonly entries: ImportEntries,
    private readonly uploads: UploadsService,
    private readonly importRun: ImportRun,
    private readonly mappings: MappingsService,
  ) {}

  async upload(request: Request): Promise<Import> {
    return this.entries.upload(await this.uploads.receive(request));
  }

  /** Says what the columns of a file mean, remembers it, and has the import checked again. */
  async map(input: MapImportFileInput): Promise<Import> {
    const entry = await this.entries.byId(input.importId);
    const file = entry.files.find(({ name }) => name === input.file);
    if (!file) throw new NotFound('file in this import called', input.file);
    if (input.currency !== undefined && !isCurrency(input.currency)) throw new UnknownCurrency(input.currency);
    const meaning = meaningOf(file.header, input);
    const options = { ...entry.options, meanings: { ...entry.options.meanings, [file.name]: meaning } };
    await this.entries.transaction(async (client) => {
      await this.mappings.remember(client, file.header, meaning);
      await this.entries.move(client, entry.id, ImportState.UPLOADED, { options, report: null, error: null });
      await this.entries.enqueueCheck(client, entry.id);
    });
    return this.entries.byId(entry.id);
  }

  /** Has a checked import written to the book. */
  async requestPost({ importId, acceptGood, keepDemo }: PostImportInput): Promise<Import> {
    const entry = await this.entries.byId(importId);
    const bad = entry.report?.badRowCount ?? 0;
    if (entry.state === ImportState.CHECKED && bad > 0 && !acceptGood) throw new BadRowsInImport(bad);
    if (entry.report) mustMayPost(entry.report);
    const { name, origin, personId } = caller();
    await this.entries.transaction(async (client) => {
      await this.entries.move(client, entry.id, ImportState.POSTING, {
        options: { ...entry.options, acceptGood, keepDemo, postedBy: { name, origin, personId } },
        error: null,
      });
      await this.entries.enqueuePost(client, entry.id);
    });
    return this.entries.byId(entry.id);
  }

  /** The dry run; done a second time it finds the work done and leaves it. */
  async check(id: number): Promise<void> {
    const entry = await this.entries.byId(id);
    if (entry.state !== ImportState.UPLOADED && entry.state !== ImportState.CHECKING) return;
    await this.entries.move(null, id, ImportState.CHECKING);
    await this.orFail(id, async () => {
      const files = await this.sniffed(entry);
      const unknown = files.some(({ meaning }) => meaning === null);
      const described = await Promise.all(files.map((file, i) => this.described(file, entry.files[i] as ImportFile)));
      if (unknown) return this.entries.move(null, id, ImportState.NEEDS_MAPPING, { files: described, report: null });
      try {
        const { report, readings } = await this.importRun.run(
          files,
          { ...this.runOptions(entry), dryRun: true },
          async () => {},
        );
        await this.entries.move(null, id, ImportState.CHECKED, { files: readings.map(fileOf), report, error: null });
      } catch (error) {
        if (!canBeSettled.some((kind) => error instanceof kind)) throw error;
        await this.entries.move(null, id, ImportState.NEEDS_MAPPING, {
          files: described,
          report: null,
          error: (error as Error).message,
        });
      }
    });
  }

  /** Writes to the book; done a second time it finds the work done and leaves it. */
  async post(id: number): Promise<void> {
    const entry = await this.entries.byId(id);
    if (entry.state !== ImportState.POSTING) return;
    // What somebody asked for is theirs, though a job does it.
    const { name, origin, personId } = entry.options.postedBy ?? caller();
    await inTheNameOf({ ...commandLine(name, origin), personId }, () => this.written(entry));
  }

  private written(entry: ImportEntry): Promise<void> {
    const { id } = entry;
    return this.orFail(id, async () => {
      const { report } = await this.importRun.run(
        await this.sniffed(entry),
        this.runOptions(entry),
        (client, report, readings) => this.entries.posted(client, id, report, readings),
      );
      if (report.isPosted) return;
      const error = `The book has changed since the dry run. ${new BadRowsInImport(report.badRowCount).message}`;
      await this.entries.move(null, id, ImportState.CHECKED, { report, error });
    });
  }

  /** The files with the rows that were set aside. */
  async rejected(id: string): Promise<{ file: string; path: string }[]> {
    const { report } = await this.entries.byId(id);
    if (!report || report.rejectedFiles.length === 0) throw new NotFound('rejected row of import', id);
    return report.rejectedFiles;
  }

  private async sniffed(entry: ImportEntry): Promise<SniffedFile[]> {
    const meanings = entry.options.meanings ?? {};
    return Promise.all(
      entry.files.map(async (file) =>
        sniffFile({ path: await this.uploads.path(file), name: file.name }, meanings[file.name]),
      ),
    );
  }

  /** A file as the page shows it before its meaning is settled. */
  private async described(file: SniffedFile, stored: ImportFile): Promise<ImportFile> {
    const { header, delimiter } = file.dialect;
    const { sample, encoding } = await survey(file, file.dialect, { days: [], amounts: [] });
    const proposal: Meaning = file.meaning ?? (await this.mappings.remembered(header)) ?? proposeMapping(header);
    return {
      ...stored,
      format: file.format,
      kind: proposal.kind,
      header,
      sample,
      proposedMapping: proposal.columns,
      proposedDateOrder: proposal.dateOrder,
      proposedDecimalSign: proposal.decimalSign,
      proposedCurrency: proposal.currency,
      encoding,
      delimiter,
    };
  }

  private runOptions({ id, options }: ImportEntry): RunOptions {
    let last = 0;
    const onProgress = (progress: ImportProgress) => {
      const now = performance.now();
      if (now - last < PROGRESS_EVERY_MS) return;
      last = now;
      // Only shown: losing one is no loss.
      void this.entries.progress(id, progress).catch(() => {});
    };
    return { acceptGood: options.acceptGood, keepDemo: options.keepDemo, onProgress };
  }

  /** A refusal is told to whoever dropped the file; a bug is told by its state, and to the log. */
  private async orFail(id: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const sentence =
        error instanceof Refusal
          ? error.message
          : 'Something went wrong on our side. Nothing was imported; the log of the server says more.';
      await this.entries.move(null, id, ImportState.FAILED, { error: sentence });
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
