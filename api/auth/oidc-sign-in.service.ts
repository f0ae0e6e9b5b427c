import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { caller, inTheNameOf } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { SignInRefused } from './auth.errors.js';
import { OidcEmailNotVerified, OidcEmailTaken, OidcFailed, OidcNoRole } from './oidc.errors.js';
import { type Identity, OidcProvider, type Pending } from './oidc-provider.service.js';
import { People } from './people.service.js';
import type { Person, PersonRole } from './person.entity.js';
import { hashOf, newSecret } from './secrets.js';
import { type SignedIn, SignIn } from './sign-in.service.js';

/** So long may somebody take at the provider. */
const MINUTES = 10;

/** Signing in at a provider of identities, which also says the role, anew each time. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly provider: OidcProvider,
    private readonly people: People,
    private readonly signing: SignIn,
    private readonly audit: Audit,
  ) {}

  /** Where to go, and the secret of the cookie that who comes back must have. */
  async begin(): Promise<{ address: string; secret: string }> {
    if (!this.provider.isConfigured) throw new OidcFailed();
    const pending = this.provider.newPending();
    const address = await this.provider.addressFor(pending);
    const secret = newSecret();
    const now = this.clock.now();
    await this.sql.rows('delete from oidc_sign_in where ends_at <= $1', [now]);
    await this.sql.rows(
      `insert into oidc_sign_in (hash, state, nonce, verifier, ends_at)
       values ($1, $2, $3, $4, $5::timestamptz + make_interval(mins => $6))`,
      [hashOf(secret), pending.state, pending.nonce, pending.verifier, now, MINUTES],
    );
    return { address: address.href, secret };
  }

  /** Whoever came back; `search` holds what the provider sent along. */
  async finish(secret: string, search: string): Promise<SignedIn> {
    const pending = await this.sql.one<Pending>(
      'delete from oidc_sign_in where hash = $1 and ends_at > $2 returning state, nonce, verifier',
      [hashOf(secret), this.clock.now()],
    );
    if (!pending) throw new OidcFailed();
    const identity = await this.provider.identityOf(search, pending);
    const { role } = identity;
    if (!role) throw new OidcNoRole();
    const { host } = new URL(identity.issuer);
    const person = await inTheNameOf({ ...caller(), name: `the provider ${host}` }, () => this.inRole(identity, role));
    return this.sql.transaction((client) => this.signing.begin(client, person, `by ${host}`, true));
  }

  private async inRole(identity: Identity, role: PersonRole): Promise<Person> {
    const id = await this.sql.transaction((client) => this.personOf(client, identity, role));
    const person = await this.people.byId(id);
    if (!person.isActive) throw new SignInRefused();
    return person.role === role ? person : this.people.change(id, { role });
  }

  /** Found by subject, else by verified address, else made. */
  private async personOf(client: pg.ClientBase, identity: Identity, role: PersonRole): Promise<number> {
    const { issuer, subject, name, email } = identity;
    const known = await client.query<{ id: number }>(
      'select person_id as id from person_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    if (known.rows[0]) return known.rows[0].id;
    if (email === null) throw new OidcEmailNotVerified();
    const found = await client.query<{ id: number }>(
      'select id from person where lower(email) = lower($1) and not is_demo',
      [email],
    );
    const before = found.rows[0]?.id;
    const id = before ?? (await this.people.addIn(client, { email, name, role }));
    const { rowCount } = await client.query(
      `insert into person_identity (issuer, subject, person_id, since) values ($1, $2, $3, $4)
       on conflict (person_id, issuer) do nothing`,
      [issuer, subject, id, this.clock.now()],
    );
    // The address was somebody else’s before: whoever has it now is not that person.
    if (rowCount === 0) throw new OidcEmailTaken();
    if (before !== undefined)
      await this.audit.record(client, {
        action: 'may sign in at a provider',
        subjectType: 'person',
        subjectId: String(id),
        details: { issuer, email },
      });
    return id;
  }
}
