import { Injectable } from '@nestjs/common';
import { inOrder, Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';
import type { ChanceOfLate } from './chance-of-late.view.js';
import { toldOn } from './told-on.js';

type Row = Omit<ChanceOfLate, 'share'> & { customerId: number; share: number | null };

/** The chance of late of customers: of their open invoices that are not due yet by the model, else of the next one by the score. */
@Injectable()
export class ChanceOfLateLoader extends Loader<ChanceOfLate | null, { asOf: string }> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[], { asOf }: { asOf: string }): Promise<(ChanceOfLate | null)[]> {
    const rows = await this.sql.prepared<Row>(
      `select c.id as "customerId", coalesce(told.share, s.late_probability) as share, told.share is not null as "isByModel",
              told.invoices, told.version as "modelVersion"
         from unnest($1::bigint[]) as c (id)
         left join (select i.customer_id, avg(l.p_late) as share, count(*)::integer as invoices, max(l.model_version) as version
                      from invoice i ${toldOn('i', '$2')}
                     where i.customer_id = any($1) and i.settled_on is null and i.issued_on <= $2 and i.due_on >= $2 and l.p_late is not null
                     group by 1) told on told.customer_id = c.id
         left join score s on s.customer_id = c.id and s.customer_id = any($1) and s.scored_on <= $2 and (s.superseded_on is null or s.superseded_on > $2)`,
      [ids, asOf],
    );
    return inOrder(
      ids,
      rows,
      ({ customerId }) => customerId,
      (row) => (row && row.share !== null ? { ...row, share: row.share } : null),
    );
  }
}
