import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import busboy from 'busboy';
import type { Request } from 'express';
import { Config } from '../config.js';
import { Kept } from '../privacy/privacy.view.js';
import { RetentionService } from '../privacy/retention.service.js';
import { BadInput } from '../shared/refusal.js';
import { answering } from './answering.js';
import { withoutDropped } from './csv/without-dropped.js';
import { NothingToImport, NotNamedAsCsv, UploadGone, UploadTooLarge } from './imports.errors.js';

export interface Upload {
  name: string;
  size: number;
  sha256: string;
}

/** Files dropped in the page, kept under the hash of their contents, without what nobody may decide by, until the import is done with them. */
@Injectable()
export class UploadsService {
  /** Of one drop, and of one file of it. */
  readonly most = { files: 20, bytes: 4 * 2 ** 30 };
  private readonly folder: string;

  constructor(
    private readonly config: Config,
    private readonly retention: RetentionService,
  ) {
    this.folder = path.join(config.home, 'uploads');
  }

  /** Streams the files of a form to disk; none is ever whole in memory. */
  async receive(request: Request): Promise<Upload[]> {
    await answering(this.config.home, () => fs.promises.mkdir(this.folder, { recursive: true, mode: 0o700 }));
    let form: busboy.Busboy;
    try {
      form = busboy({
        headers: request.headers,
        limits: { files: this.most.files, fileSize: this.most.bytes, fields: 20 },
        defParamCharset: 'utf8',
      });
    } catch {
      throw new BadInput('Send the files as a form (multipart/form-data).');
    }
    const kept: Promise<Upload>[] = [];
    let tooMany = false;
    form.on('file', (_field, stream, { filename }) => {
      const keeping = this.keep(filename, stream);
      // An upload that fails must not leave the others hanging: the rest of the form is read and let go.
      keeping.catch(() => stream.resume());
      kept.push(keeping);
    });
    form.on('filesLimit', () => {
      tooMany = true;
    });
    await pipeline(request, form);
    const uploads = await answering(this.config.home, () => Promise.all(kept));
    if (tooMany)
      throw new UploadTooLarge(`More than ${this.most.files} files were dropped. Import them in several turns.`);
    if (uploads.length === 0) throw new NothingToImport();
    return withDistinctNames(uploads);
  }

  /** Where an upload lies. */
  async path({ name, sha256 }: { name: string; sha256: string }): Promise<string> {
    const place = path.join(this.folder, sha256);
    if (!fs.existsSync(place)) throw new UploadGone(name);
    return place;
  }

  /** Removes uploads and rejected rows that nobody has touched for as long as is set: they hold other people’s data. */
  async clear(): Promise<void> {
    const before = await this.retention.before(Kept.UPLOADED_FILES);
    for (const folder of [this.folder, path.join(this.config.home, 'rejected')]) {
      for (const name of await fs.promises.readdir(folder).catch(() => [])) {
        const place = path.join(folder, name);
        const { mtimeMs } = await fs.promises.stat(place);
        if (mtimeMs < before.getTime()) await fs.promises.rm(place, { recursive: true, force: true });
      }
    }
  }

  private async keep(given: string | undefined, stream: Readable & { truncated?: boolean }): Promise<Upload> {
    const name = path.basename(given ?? '') || 'file.csv';
    if (!/\.(csv|tsv|txt)$/i.test(name)) throw new NotNamedAsCsv(name);
    const part = path.join(this.folder, `.part-${randomUUID()}`);
    const hash = createHash('sha256');
    let size = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      // Not torn down when it is refused: what is not read to its end holds up the form.
      const bytes = withoutDropped(stream.iterator({ destroyOnReturn: false }), name);
      await pipeline(bytes, counting, fs.createWriteStream(part, { mode: 0o600 }));
      if (stream.truncated) throw tooLarge(name);
      const sha256 = hash.digest('hex');
      await fs.promises.rename(part, path.join(this.folder, sha256));
      return { name, size, sha256 };
    } catch (error) {
      await fs.promises.rm(part, { force: true });
      throw stream.truncated ? tooLarge(name) : error;
    }
  }
}

const tooLarge = (name: string) =>
  new UploadTooLarge(`${name} is larger than 4 GB. Split it, or import it with the command line.`);

/** Files are spoken of by name, so each has its own. */
function withDistinctNames(uploads: Upload[]): Upload[] {
  const used = new Set<string>();
  return uploads.map((upload) => {
    let { name } = upload;
    for (let times = 2; used.has(name); times++) name = `${upload.name} (${times})`;
    used.add(name);
    return { ...upload, name };
  });
}
