import { Controller, Get, Logger, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { reference } from '../shared/current-request.js';
import { AccessRefused, Refusal } from '../shared/refusal.js';
import { Allow } from './allow.js';
import { OidcSignIn } from './oidc-sign-in.service.js';
import { cookieOf, giveCookie, OIDC_COOKIE, takeCookie } from './who-asks.js';

/** To the provider and back. Whatever goes wrong is refused, and told on the page it leads to, by its code. */
@Controller('sign-in/oidc')
export class OidcController {
  private readonly logger = new Logger('errors');

  constructor(private readonly service: OidcSignIn) {}

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
      giveCookie(request, secret);
      return '/';
    });
  }

  private async orTold(response: Response, work: () => Promise<string>): Promise<void> {
    response.set('Cache-Control', 'no-store');
    try {
      response.redirect(await work());
    } catch (error) {
      if (error instanceof Refusal) refuseAndLead(response, error instanceof AccessRefused ? 403 : 401, error.code);
      else {
        this.logger.error(`${reference()} ${error instanceof Error ? error.stack : String(error)}`);
        refuseAndLead(response, 500, 'INTERNAL_SERVER_ERROR');
      }
    }
  }
}

/** A person with a browser is led on at once; what else asks sees that it was refused, and the code. */
function refuseAndLead(response: Response, status: number, code: string): void {
  const page = `/?signIn=${code}`;
  response
    .status(status)
    .set('Refresh', `0; url=${page}`)
    .type('html')
    .send(`<!doctype html><title>${code}</title><p>The sign-in was refused: ${code}. <a href="${page}">Go on</a></p>`);
}
