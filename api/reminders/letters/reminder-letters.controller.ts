import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { dayInWords } from '../../../analytics/index.js';
import { Allow } from '../../auth/allow.js';
import { Config } from '../../config.js';
import { linksOf } from '../message-links.js';
import { type Letter, lettersAsPdf } from './letters-pdf.js';
import { NoLettersToPost } from './reminder-letters.errors.js';
import { ReminderLettersService } from './reminder-letters.service.js';

/** The printed letters of a day as one file. */
@Controller('reminder-letters')
export class ReminderLettersController {
  constructor(
    private readonly letters: ReminderLettersService,
    private readonly config: Config,
  ) {}

  @Allow('reminders.send')
  @Get(':day/letters.pdf')
  async pdf(@Param('day') day: string, @Res() response: Response) {
    const letters = await this.find(day, response);
    if (!letters) return;
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Content-Disposition', `attachment; filename="letters-${day}.pdf"`);
    const email = /[^\s<>]+@[^\s<>]+/.exec(this.config.mailFrom)?.[0] ?? '';
    const from = linksOf(this.config, '').supplier;
    await pipeline(lettersAsPdf(letters, { from, email }, dayInWords(day)), response);
  }

  private async find(day: string, response: Response): Promise<Letter[] | null> {
    try {
      if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) throw new NoLettersToPost('2000-01-01');
      return await this.letters.printed(day);
    } catch (error) {
      if (!(error instanceof NoLettersToPost)) throw error;
      response.status(404).json({ code: error.code, message: error.message });
      return null;
    }
  }
}
