import { Controller, Get, Logger, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { reference } from '../shared/current-request.js';
import { Refusal } from '../shared/refusal.js';
import { Allow } from './allow.js';
import { OidcSignIn } from './oidc-sign-in.service.js';
import { Sessions } from './sessions.service.js';
import { cookieOf, giveCookie, OIDC_COOKIE, takeCookie } from './who-asks.js';

/** To the provider and back. Whatever goes wrong is told on the page, by its code. */
@Controller('sign-in/oidc')
export class OidcController {
  private readonly logger = new Logger('errors');

  constructor(
    private readonly service: OidcSignIn,
    private readonly sessions: Sessions,
  ) {}

  @Allow('anyone')
  @Get()
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.orTold(response, async () => {
      const { address, secret } = await this.service.begin();
      giveCookie(request, secret, OIDC_COOKIE);
      return address;
    });
  }

  @Allow('anyone')
  @Get('callback')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.orTold(response, async () => {
      const pending = cookieOf(request, OIDC_COOKIE) ?? '';
      takeCookie(request, OIDC_COOKIE);
      const { secret } = await this.service.finish(pending, new URL(request.url, 'http://us').search);
      await this.sessions.end(cookieOf(request));
      giveCookie(request, secret);
      return '/';
    });
  }

  private async orTold(response: Response, work: () => Promise<string>): Promise<void> {
    const address = await work().catch((error: unknown) => {
      if (error instanceof Refusal) return `/?signIn=${error.code}`;
      this.logger.error(`${reference()} ${error instanceof Error ? error.stack : String(error)}`);
      return '/?signIn=INTERNAL_SERVER_ERROR';
    });
    response.set('Cache-Control', 'no-store').redirect(address);
  }
}
