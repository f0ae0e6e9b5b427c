import { Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { Config, type OidcConfig } from '../config.js';
import { OidcFailed } from './oidc.errors.js';
import type { PersonRole } from './person.entity.js';

/** What is remembered of a sign-in while it is at the provider. */
export interface Pending {
  state: string;
  nonce: string;
  verifier: string;
}

/** What the provider says of somebody. */
export interface Identity {
  issuer: string;
  subject: string;
  name: string;
  /** Null when the provider has not verified it. */
  email: string | null;
  /** Null when it names none that has a role here. */
  role: PersonRole | null;
}

const TIMEOUT_SECONDS = 10;

/** The provider of identities, spoken to by openid-client: authorization code with PKCE, state and nonce. */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger(OidcProvider.name);
  private discovered?: Promise<client.Configuration>;

  constructor(private readonly config: Config) {}

  get isConfigured(): boolean {
    return this.config.oidc !== undefined;
  }

  async addressFor({ state, nonce, verifier }: Pending): Promise<URL> {
    return client.buildAuthorizationUrl(await this.discover(), {
      redirect_uri: this.callback,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  newPending(): Pending {
    return {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
  }

  /** Who came back with these parameters; `search` as it stood in the address. */
  async identityOf(search: string, { state, nonce, verifier }: Pending): Promise<Identity> {
    try {
      const configuration = await this.discover();
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.callback}${search}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const token = tokens.claims() as client.IDToken;
      // Some providers put roles and address into the token, others tell them only when asked.
      const asked = configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, token.sub)
        : {};
      return identityIn({ ...asked, ...token }, token, this.config.oidc as OidcConfig);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      this.logger.warn(`a sign-in at the provider failed: ${code ?? ''} ${message}`);
      throw new OidcFailed();
    }
  }

  private get callback(): string {
    return `${this.config.publicUrl}/sign-in/oidc/callback`;
  }

  /** Asked once; again after a failure. */
  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.config.oidc as OidcConfig;
    this.discovered ??= client
      .discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: [
          // Without it the signature of a token is not looked at: it came over TLS from the provider itself.
          client.enableNonRepudiationChecks,
          // The configuration allows this on the loopback alone.
          ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((error: Error) => {
        this.discovered = undefined;
        this.logger.error(`the provider ${issuer} does not answer as one: ${error.message}`);
        throw new OidcFailed();
      });
    return this.discovered;
  }
}

type Claims = Record<string, unknown>;

function identityIn(
  claims: Claims,
  { iss, sub }: { iss: string; sub: string },
  { roleClaim, roles }: OidcConfig,
): Identity {
  const email = typeof claims.email === 'string' ? claims.email.trim() : '';
  const name = typeof claims.name === 'string' ? claims.name.replace(/\p{Cc}+/gu, ' ').trim() : '';
  const named = [claimAt(claims, roleClaim)].flat();
  return {
    issuer: iss,
    subject: sub,
    name: (name || email.replace(/@.*/, '') || sub).slice(0, 200),
    email: claims.email_verified === true && email !== '' ? email : null,
    role: roles.find(([value]) => named.includes(value))?.[1] ?? null,
  };
}

/** `realm_access.roles` names a claim within a claim; a claim whose own name has dots is found first. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>((within, key) => (within as Claims | null | undefined)?.[key], claims);
}
