import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isDay } from '../../analytics/index.js';
import { Allow } from '../auth/allow.js';
import { csvLine } from '../shared/csv-line.js';
import { BadInput } from '../shared/refusal.js';
import type { AuditEntry, AuditFilter } from './audit.view.js';
import { AuditLog } from './audit-log.service.js';

const columns = [
  'id',
  'at',
  'actor',
  'origin',
  'action',
  'subjectType',
  'subjectId',
  'before',
  'after',
  'reason',
  'details',
  'hash',
] as const;

/** A cell of the export: what is no text is written as JSON. */
const cell = (value: unknown): string =>
  value === null
    ? ''
    : value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

/** The audit as files: all of it, or what the same filters as on the page find. */
@Controller('audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Allow('audit.read')
  @Get('entries.csv')
  csv(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const line = (entry: AuditEntry) => csvLine(columns.map((column) => cell(entry[column])));
    return this.send(response, 'text/csv', query, line, `\ufeff${csvLine(columns)}`);
  }

  @Allow('audit.read')
  @Get('entries.jsonl')
  jsonLines(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const line = (entry: AuditEntry) =>
      `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, entry[column]])))}\n`;
    return this.send(response, 'application/jsonl', query, line);
  }

  private async send(
    response: Response,
    type: string,
    query: Record<string, unknown>,
    line: (entry: AuditEntry) => string,
    head = '',
  ): Promise<void> {
    const { log } = this;
    let filter: AuditFilter;
    try {
      filter = filterOf(query);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      response.status(400).json({ code: error.code, message: error.message });
      return;
    }
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    response.setHeader('Content-Disposition', `attachment; filename="audit.${type === 'text/csv' ? 'csv' : 'jsonl'}"`);
    const lines = async function* () {
      yield head;
      for await (const entries of log.entries(filter)) yield entries.map(line).join('');
    };
    await pipeline(Readable.from(lines()), response);
  }
}

function filterOf(query: Record<string, unknown>): AuditFilter {
  const text = (name: string) => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string' || value.length > 100)
      throw new BadInput(`“${name}” takes one text of at most 100 signs.`);
    return value;
  };
  const day = (name: string) => {
    const value = text(name);
    if (value !== undefined && !isDay(value))
      throw new BadInput(`“${name}” takes a day such as 2026-11-22, not “${value}”.`);
    return value;
  };
  return {
    actor: text('actor'),
    action: text('action'),
    subjectType: text('subjectType'),
    subjectId: text('subjectId'),
    from: day('from'),
    to: day('to'),
  };
}
