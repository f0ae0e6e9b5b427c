import type { INestApplication } from '@nestjs/common';
import type { PersonRole } from '../../api/auth/person.entity.js';
import { Sessions } from '../../api/auth/sessions.service.js';
import { Clock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that the test asked for
type Answer = { data: any; errors?: { message: string; path?: string[]; extensions: Record<string, any> }[] };

/** Somebody who asks. */
export interface Asker {
  /** As the header of a request. */
  cookie: string;
  personId: number;
  /** An address of the product, asked in this name. */
  fetch(address: string, request?: RequestInit): Promise<Response>;
  /** What GraphQL answers over HTTP. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The data of an answer without errors. */
  gql(query: string, variables?: Record<string, unknown>): Promise<Answer['data']>;
}

/** Somebody new in a role, signed in. */
export async function signedIn(app: INestApplication, url: string, role: PersonRole): Promise<Asker> {
  const { id, secret } = await app.get(Sql).transaction(async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into person (email, name, role, created_at)
       select $1 || count(*) || '@goodstanding.example', initcap($1), $1, $2 from person returning id`,
      [role, app.get(Clock).now()],
    );
    const id = rows[0]?.id as number;
    return { id, secret: await app.get(Sessions, { strict: false }).begin(client, id) };
  });
  return askerAt(url, id, { cookie: `goodstanding=${secret}` });
}

/** Who has not signed in; behind a proxy, from an address. */
export const nobodyAt = (url: string, address?: string): Asker =>
  askerAt(url, 0, address === undefined ? {} : { 'x-forwarded-for': address });

/** A person whose cookie one has. */
export const cookieHolder = (url: string, personId: number, cookie: string): Asker =>
  askerAt(url, personId, { cookie });

/** Another program, with its key. */
export const keyHolder = (url: string, key: string): Asker => askerAt(url, 0, { authorization: `Bearer ${key}` });

function askerAt(url: string, personId: number, given: Record<string, string>): Asker {
  const fetchAs = (address: string, request: RequestInit = {}) =>
    fetch(`${url}${address}`, { ...request, headers: { ...given, ...request.headers } });
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetchAs('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    cookie: given.cookie ?? '',
    personId,
    fetch: fetchAs,
    ask,
    async gql(query, variables) {
      const answer = await ask(query, variables);
      if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('\n'));
      return answer.data;
    },
  };
}
