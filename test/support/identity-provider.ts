import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import type { Configuration } from 'oidc-provider';

/** Somebody at the provider, by what it says of them. */
export interface Account {
  sub: string;
  [claim: string]: unknown;
}

/** A real provider of identities on a free port. Who asks is signed in as `who` and agrees to everything. */
export class IdentityProvider {
  who: Account = { sub: 'nobody' };
  private server: Server;

  async listen(client: { id: string; secret: string; callback: string }): Promise<string> {
    this.server = createServer();
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    // Its advice for who runs it for others.
    for (const way of ['info', 'warn'] as const) jest.spyOn(console, way).mockImplementation(() => {});
    const { default: Provider } = await import('oidc-provider');
    const provider = new Provider(issuer, this.configuration(client));
    const answer = provider.callback();
    this.server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
      const login = { accountId: this.who.sub };
      void provider.interactionFinished(request, response, { login }).catch((error: Error) => {
        response.statusCode = 500;
        response.end(error.stack);
      });
    });
    return issuer;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.closeAllConnections();
      this.server.close(() => resolve());
    });
  }

  private configuration({ id, secret, callback }: { id: string; secret: string; callback: string }): Configuration {
    return {
      clients: [{ client_id: id, client_secret: secret, redirect_uris: [callback] }],
      cookies: { keys: ['of the test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      claims: { openid: ['sub', 'roles', 'realm'], email: ['email', 'email_verified'], profile: ['name'] },
      pkce: { required: () => true },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...this.who, sub }) }),
      loadExistingGrant: async (context) => {
        const { client, params, session, provider } = context.oidc;
        const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
        grant.addOIDCScope(String(params?.scope));
        await grant.save();
        return grant;
      },
    };
  }
}
