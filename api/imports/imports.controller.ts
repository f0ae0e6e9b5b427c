import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.js';
import { reference } from '../shared/current-request.js';
import { BadInput, NotFound, Refusal } from '../shared/refusal.js';
import { isKind } from './kinds.js';
import { UploadedImports } from './uploaded-imports.service.js';

const statuses: Record<string, number> = {
  NOT_FOUND: 404,
  IMPORT_UPLOAD_TOO_LARGE: 413,
  DISK_FULL: 507,
  DATABASE_DOWN: 503,
  FORBIDDEN: 403,
};
const examples = path.join(import.meta.dirname, 'examples');

/** Files in and out: everything else about imports is GraphQL. */
@Controller()
export class ImportsController {
  private readonly logger = new Logger(ImportsController.name);

  constructor(private readonly imports: UploadedImports) {}

  /** A form with files → `{ id, state }` of the import that checks them. */
  @Allow('imports.post')
  @Post('imports')
  upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(response, async () => {
      if (isFromElsewhere(request)) throw new BadInput('Files are taken from our own page only. Drop them there.');
      const { id, state } = await this.imports.upload(request);
      response.status(201).json({ id: String(id), state: state.toUpperCase() });
    });
  }

  /** The rows that were set aside, as they came, with line and sentence; of one file, or of all below each other. */
  @Allow('imports.read')
  @Get('imports/:id/rejected.csv')
  rejected(@Param('id') id: string, @Query('file') file: string | undefined, @Res() response: Response): Promise<void> {
    return this.answer(response, async () => {
      const all = await this.imports.rejected(id);
      const wanted = file === undefined ? all : all.filter((each) => each.file === file);
      if (wanted.length === 0) throw new NotFound('rejected row of the file', String(file));
      response.setHeader('Content-Disposition', `attachment; filename="rejected-${id}.csv"`);
      await send(
        response,
        wanted.map((each) => each.path),
      );
    });
  }

  /** A small file of each kind, invented, to begin with. */
  @Allow('imports.read')
  @Get('examples/:file')
  example(@Param('file') file: string, @Res() response: Response): Promise<void> {
    return this.answer(response, async () => {
      const kind = file.replace(/\.csv$/, '');
      if (!isKind(kind) || kind === file) throw new NotFound('example', file);
      response.setHeader('Content-Disposition', `attachment; filename="${kind}.csv"`);
      await send(response, [path.join(examples, `${kind}.csv`)]);
    });
  }

  private async answer(response: Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      if (error instanceof Refusal) {
        response.status(statuses[error.code] ?? 400).json({ code: error.code, message: error.message });
        return;
      }
      const id = reference();
      this.logger.error(`${id} ${error instanceof Error ? error.stack : String(error)}`);
      response.status(500).json({
        code: 'INTERNAL_SERVER_ERROR',
        message: `Something went wrong on our side. Tell whoever runs this the reference ${id}.`,
        reference: id,
      });
    }
  }
}

/** Another site’s form can post files without asking; browsers say where a request comes from. */
const isFromElsewhere = (request: Request) =>
  ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'] ?? ''));

async function send(response: Response, files: readonly string[]): Promise<void> {
  for (const file of files)
    if (!fs.existsSync(file))
      throw new NotFound(
        'file of rejected rows; it is kept for as long as is set, a month at first:',
        path.basename(file),
      );
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  for (const [i, file] of files.entries()) {
    if (i > 0) response.write('\r\n');
    await pipeline(fs.createReadStream(file), response, { end: false });
  }
  response.end();
}
