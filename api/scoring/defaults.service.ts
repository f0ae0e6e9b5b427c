import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { listOf, Values } from '../shared/list.js';
import { locks } from '../shared/locks.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import type { DefaultsArgs } from './defaults.inputs.js';
import type { DefaultEvent } from './defaults.view.js';
import { metDefinition } from './met-definition.js';

/** Which customers met the definition of default, and when. */
@Injectable()
export class Defaults {
  constructor(
    private readonly sql: Sql,
    private readonly rates: RatesService,
    private readonly definitions: DefaultDefinitions,
    private readonly audit: Audit,
  ) {}

  /** Counts them anew by today’s definition, as of a day; leaves an entry where something is different. */
  async count(asOf: string): Promise<void> {
    const [definition, rates] = await Promise.all([this.definitions.inForce(), this.rates.on(asOf)]);
    await this.sql.transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [locks.scoring]);
      const found = await metDefinition(client, definition, asOf, rates);
      const columns = [found.map((e) => e.customerId), found.map((e) => e.cause), found.map((e) => e.on)];
      const gone = await client.query(
        `delete from default_event e where not exists (
           select from unnest($1::bigint[], $2::text[], $3::date[]) f (customer_id, cause, happened_on)
            where f.customer_id = e.customer_id and f.cause = e.cause and f.happened_on = e.happened_on)`,
        columns,
      );
      const added = await client.query(
        `insert into default_event (customer_id, cause, happened_on) select * from unnest($1::bigint[], $2::text[], $3::date[])
         on conflict (customer_id, cause) do nothing`,
        columns,
      );
      if ((gone.rowCount ?? 0) + (added.rowCount ?? 0) === 0) return;
      await this.audit.record(client, {
        action: 'counted defaults',
        subjectType: 'book',
        subjectId: null,
        details: {
          asOf,
          definition: definition.validOn,
          added: added.rowCount,
          gone: gone.rowCount,
          all: found.length,
        },
      });
    });
  }

  page({ filter = {}, sort, direction, ...page }: DefaultsArgs): Promise<Page<DefaultEvent>> {
    const values = new Values();
    return listOf<DefaultEvent>(this.sql, {
      select: 'e.customer_id as "customerId", e.id, e.cause, e.happened_on as "happenedOn"',
      from: 'default_event e',
      where: [
        filter.cause !== undefined && `e.cause = ${values.add(filter.cause)}`,
        filter.from !== undefined && `e.happened_on >= ${values.add(filter.from)}`,
        filter.to !== undefined && `e.happened_on <= ${values.add(filter.to)}`,
      ],
      values,
      sort: { by: `e.${sort}`, type: 'date' },
      key: 'e.id',
      direction,
      page,
    });
  }
}
