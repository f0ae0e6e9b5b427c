import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../auth/allow.js';
import { Refusal } from '../../shared/refusal.js';
import { MailNotReadable } from './incoming-mail.errors.js';
import { MailWebhook } from './mail-webhook.service.js';

/** For a mail service: it does not sign in, it signs what it sends. */
@Controller('incoming-mail')
export class MailWebhookController {
  constructor(private readonly webhook: MailWebhook) {}

  @Allow('anyone')
  @Post()
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const header = (name: string) => request.get(name) ?? '';
    try {
      const outcome = await this.webhook.take({
        id: header('webhook-id'),
        second: header('webhook-timestamp'),
        signatures: header('webhook-signature'),
        type: header('content-type'),
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      });
      response.status(200).json({ outcome });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.status(error instanceof MailNotReadable ? 400 : 401).json({ code: error.code, message: error.message });
    }
  }
}
