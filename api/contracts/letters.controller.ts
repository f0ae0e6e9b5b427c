import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.js';
import { NotFound } from '../shared/refusal.js';
import { letterAsPdf } from './letter-pdf.js';
import { type LetterText, letterAsText } from './letter-text.js';
import { Letters } from './letters.service.js';

/** The letter about a decision as a file. */
@Controller('decisions')
export class LettersController {
  constructor(private readonly letters: Letters) {}

  @Allow('credit-checks.read')
  @Get(':customerId/:id/letter.pdf')
  async pdf(
    @Param('customerId') customerId: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const letter = await this.find(request, customerId, id, response);
    if (letter) await pipeline(letterAsPdf(letter), headed(response, id, 'pdf', 'application/pdf'));
  }

  @Allow('credit-checks.read')
  @Get(':customerId/:id/letter.txt')
  async text(
    @Param('customerId') customerId: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const letter = await this.find(request, customerId, id, response);
    if (letter) headed(response, id, 'txt', 'text/plain; charset=utf-8').end(letterAsText(letter));
  }

  private async find(request: Request, customerId: string, id: string, response: Response): Promise<LetterText | null> {
    try {
      return await this.letters.of(request, customerId, id);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      response.status(404).json({ code: error.code, message: error.message });
      return null;
    }
  }
}

function headed(response: Response, id: string, ending: string, type: string): Response {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename="decision-${Number(id)}.${ending}"`);
  return response;
}
