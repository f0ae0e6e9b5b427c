import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
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
  /** What becomes of an ID token before it is handed over. */
  change: (token: string) => string = (token) => token;
  /** The tokens it handed over. */
  readonly handed: string[] = [];
  issuer = '';
  private readonly key = newKey();
  private server: Server;

  async listen(client: { id: string; secret: string; callback: string }): Promise<void> {
    this.server = createServer();
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    // Its advice for who runs it for others.
    for (const way of ['info', 'warn'] as const) jest.spyOn(console, way).mockImplementation(() => {});
    const { default: Provider } = await import('oidc-provider');
    const provider = new Provider(this.issuer, this.configuration(client));
    const answer = provider.callback();
    this.server.on('request', (request, response) => {
      if (request.url?.startsWith('/token')) this.changeTokens(response);
      if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
      const login = { accountId: this.who.sub };
      void provider.interactionFinished(request, response, { login }).catch((error: Error) => {
        response.statusCode = 500;
        response.end(error.stack);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.closeAllConnections();
      this.server.close(() => resolve());
    });
  }

  /** Another token with these claims, signed as the provider signs, or with the key of somebody else. */
  signed(token: string, claims: Record<string, unknown>, key = this.key): string {
    const [head = '', body = ''] = token.split('.');
    const told = JSON.parse(Buffer.from(body, 'base64url').toString());
    const text = `${head}.${Buffer.from(JSON.stringify({ ...told, ...claims })).toString('base64url')}`;
    const with_ = createPrivateKey({ key, format: 'jwk' });
    return `${text}.${sign('sha256', Buffer.from(text), with_).toString('base64url')}`;
  }

  private changeTokens(response: ServerResponse): void {
    const end = response.end.bind(response) as (text: string) => ServerResponse;
    response.end = ((text: string) => {
      const said = JSON.parse(String(text));
      this.handed.push(...[said.id_token, said.access_token].filter(Boolean));
      const changed = JSON.stringify({ ...said, id_token: said.id_token && this.change(said.id_token) });
      response.setHeader('content-length', Buffer.byteLength(changed));
      return end(changed);
    }) as typeof response.end;
  }

  private configuration({ id, secret, callback }: { id: string; secret: string; callback: string }): Configuration {
    return {
      clients: [{ client_id: id, client_secret: secret, redirect_uris: [callback] }],
      cookies: { keys: ['of the test'] },
      jwks: { keys: [{ ...this.key, use: 'sig', alg: 'RS256', kid: 'of the test' }] },
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

/** A key to sign with; `newKey()` is also somebody else’s. */
export const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
