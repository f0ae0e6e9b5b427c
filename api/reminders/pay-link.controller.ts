import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.js';
import { PayLinks } from './pay-links.service.js';

/** For whoever got a message: they cannot sign in, and the secret in the link says which message it was. */
@Controller('pay')
export class PayLinkController {
  constructor(private readonly links: PayLinks) {}

  @Allow('anyone')
  @Get(':token')
  async follow(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    // Who only looks where a link leads, as scanners of mail do, has not taken it.
    const place = await this.links.follow(token, request.method === 'GET');
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    if (place) response.redirect(302, place);
    else
      response
        .status(403)
        .type('text/plain')
        .send('This link leads nowhere any more. Please answer the message it came with.\n\nPAY_LINK_UNKNOWN\n');
  }
}
