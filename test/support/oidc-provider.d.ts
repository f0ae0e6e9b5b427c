/** What the stories use of it; the library brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Context {
    oidc: {
      client?: { clientId: string };
      params?: { scope?: unknown };
      session?: { accountId?: string };
      provider: { Grant: new (of: { clientId?: string; accountId?: string }) => Grant };
    };
  }
  export interface Configuration {
    interactions: { url(context: Context, interaction: { uid: string }): string };
    findAccount(context: Context, sub: string): { accountId: string; claims(): object };
    loadExistingGrant(context: Context): Promise<Grant>;
    [setting: string]: unknown;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
