import { Injectable } from '@nestjs/common';
import { countryCode } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { holds, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { BadInput } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { Clause, ClauseKey } from './clause.view.js';
import type { ClauseInput, ClausesArgs } from './contracts.inputs.js';
import { mustBeFillable } from './fields.js';

/** How the tables write “anywhere”. */
export const ANYWHERE = '**';
const columns = `c.key, nullif(c.country, '${ANYWHERE}') as country, c.valid_on as "validOn", c.title, c.body, c.sureness, c.source, c.set_by as "setBy"`;

/** Null is anywhere; refuses a code that is no country’s. */
export function countryOf(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return null;
  const code = countryCode(text);
  if (code === null) throw new BadInput(`“${text}” is no ISO 3166 code of a country, such as GB.`);
  return code;
}

/** The library of clauses: dated words by country. */
@Injectable()
export class Clauses {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  page({ filter = {}, ...args }: ClausesArgs): Promise<Page<Clause>> {
    const values = new Values();
    return listOf<Clause>(this.sql, {
      select: columns,
      from: 'clause c',
      where: [
        filter.key !== undefined && `c.key = ${values.add(filter.key)}`,
        filter.country !== undefined && `c.country = ${values.add(countryOf(filter.country))}`,
        filter.search !== undefined && `(c.title || ' ' || c.body) ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      sort: { by: `c.${args.sort}`, type: args.sort === 'key' ? 'text' : 'date' },
      key: 'c.id',
      direction: args.direction,
      page: args,
    });
  }

  /** The words that hold today, of the country before those of anywhere. */
  async inForce(country: string | null): Promise<Map<ClauseKey, Clause>> {
    const rows = await this.sql.rows<Clause>(
      `select distinct on (c.key) ${columns} from clause c where c.country in ($1, '${ANYWHERE}') and c.valid_on <= $2
        order by c.key, c.country = '${ANYWHERE}', c.valid_on desc`,
      [country ?? ANYWHERE, this.clock.today()],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  async set(input: ClauseInput): Promise<Clause> {
    const { key, title, body, sureness, source, validOn = this.clock.today() } = input;
    const country = countryOf(input.country);
    mustBeFillable(body);
    const before = (await this.inForce(country)).get(key);
    const setBy = caller().name;
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into clause (key, country, valid_on, title, body, sureness, source, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (key, country, valid_on) do update set title = excluded.title, body = excluded.body,
           sureness = excluded.sureness, source = excluded.source, set_by = excluded.set_by`,
        [key, country ?? ANYWHERE, validOn, title, body, sureness, source, setBy],
      );
      await this.audit.record(client, {
        action: 'set a clause',
        subjectType: 'clause',
        subjectId: `${key}/${country ?? 'anywhere'}`,
        before: before?.country === country ? { title: before.title, body: before.body } : undefined,
        after: { title, body },
        details: { validOn, sureness, source },
      });
    });
    return { key, country, validOn, title, body, sureness, source, setBy };
  }
}
