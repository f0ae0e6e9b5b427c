import { cookieHolder } from './asker.js';
import type { Account, IdentityProvider } from './identity-provider.js';
import type { Product } from './product.js';

export const PUBLIC_URL = 'https://credit.example.com';

/** Starts the provider for us, and tells the settings that name it. */
export async function settingsWith(provider: IdentityProvider) {
  await provider.listen({
    id: 'goodstanding',
    secret: 'the secret of our client',
    callback: `${PUBLIC_URL}/sign-in/oidc/callback`,
  });
  return {
    PUBLIC_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'goodstanding',
    OIDC_CLIENT_SECRET: 'the secret of our client',
    OIDC_TITLE: 'Example Ltd',
    OIDC_ROLES: 'credit-managers=manager, ar=finance, admins=admin',
  };
}

/** Somebody the provider knows, in finance by its claim. */
export const ida = {
  sub: 'ida-1',
  name: 'Ida Ink',
  email: 'ida@ink.example',
  email_verified: true,
  roles: ['ar', 'staff'],
};

/** A browser that follows no redirect by itself. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly at: Product,
    private readonly provider: IdentityProvider,
  ) {}

  async get(address: string): Promise<Response> {
    const own = address.startsWith(this.provider.issuer) ? 'theirs' : 'ours';
    const url = new URL(address.replace(PUBLIC_URL, this.at.url), this.at.url);
    const sent = [...this.cookies]
      .filter(([name]) => name.startsWith(own))
      .map(([name, value]) => `${name.slice(own.length)}=${value}`);
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: sent.join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(own + name);
      else this.cookies.set(own + name, value);
    }
    return answer;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(`ours${name}`);
  }

  /** What we put into this browser. */
  get everyCookie(): string[] {
    return [...this.cookies].filter(([name]) => name.startsWith('ours')).map(([, value]) => value);
  }

  takeCookie(name: string, from: Visitor): void {
    this.cookies.set(`ours${name}`, from.cookie(name) as string);
  }

  /** From our button to the address that the provider sends back to. */
  async toProviderAndBack(change: (address: URL) => void = () => {}): Promise<string> {
    const start = new URL((await this.get('/sign-in/oidc')).headers.get('location') as string);
    change(start);
    return this.atProvider(start.href);
  }

  /** From there to the address that it sends back to. */
  async atProvider(start: string): Promise<string> {
    let address = start;
    while (!address.startsWith(`${PUBLIC_URL}/`)) {
      const answer = await this.get(address);
      const next = answer.headers.get('location');
      if (!next) throw new Error(`${answer.status} ${await answer.text()}`);
      address = new URL(next, address).href;
    }
    return address;
  }

  /** The whole way: where one ends up. */
  async signIn(who: Account): Promise<string | null> {
    this.provider.who = who;
    return whereTo(await this.get(await this.toProviderAndBack()));
  }

  async me() {
    const { me } = await cookieHolder(this.at.url, 0, `goodstanding=${this.cookie('goodstanding')}`).gql(
      '{ me { person { id name email role } } }',
    );
    return me?.person;
  }
}

/** Where a browser goes on to; a refusal leads there too. */
export const whereTo = ({ headers }: Response): string | null =>
  headers.get('location') ?? headers.get('refresh')?.replace(/^0; url=/, '') ?? null;
