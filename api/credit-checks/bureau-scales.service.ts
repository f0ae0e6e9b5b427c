import { Injectable } from '@nestjs/common';
import { type BureauScale, bureauReading, bureauScale, wrongWithBands } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { BureauScaleView, ScaleMeasures, Sureness } from './bureau-scale.view.js';
import { BureauScaleNotRight } from './credit-checks.errors.js';
import type { BureauScaleInput } from './credit-checks.inputs.js';
import type { ReadScale } from './providers/provider.js';

const table = `select key, title, measures, valid_on as "from",
    lead(valid_on) over (partition by key order by valid_on) - 1 as "to", bands, not_scored as "notScored", sureness, source
  from bureau_scale`;

/** What bureau scores mean: dated rows with their source, to be replaced by what a licence says. */
@Injectable()
export class BureauScales {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** All that hold today, by key. */
  inForce(): Promise<BureauScale[]> {
    return this.sql.rows<BureauScale>(
      `select * from (${table}) t where $1 between "from" and coalesce("to", $1) order by key`,
      [this.clock.today()],
    );
  }

  async all(): Promise<BureauScaleView[]> {
    return (await this.inForce()).map(shown);
  }

  /** For reading an answer that arrives today. */
  async reader(): Promise<ReadScale> {
    const scales = await this.inForce();
    return (key) => {
      const scale = bureauScale(key, this.clock.today(), scales);
      return scale && { scale, read: (value) => bureauReading(scale, value) };
    };
  }

  async set(input: BureauScaleInput): Promise<BureauScaleView[]> {
    const { key, title, measures, validOn = this.clock.today(), bands, notScored = [], sureness, source } = input;
    const wrong = wrongWithBands(bands);
    if (wrong.length > 0) throw new BureauScaleNotRight(wrong.join(' '));
    const before = (await this.inForce()).find((each) => each.key === key);
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into bureau_scale (key, valid_on, title, measures, bands, not_scored, sureness, source, set_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (key, valid_on) do update set title = excluded.title, measures = excluded.measures, bands = excluded.bands,
           not_scored = excluded.not_scored, sureness = excluded.sureness, source = excluded.source, set_by = excluded.set_by`,
        [
          key,
          validOn,
          title,
          measures,
          JSON.stringify(bands),
          JSON.stringify(notScored),
          sureness,
          source,
          caller().name,
        ],
      );
      await this.audit.record(client, {
        action: 'set a bureau scale',
        subjectType: 'bureau scale',
        subjectId: key,
        before: { bands: before?.bands ?? null, source: before?.source ?? null },
        after: { bands, source },
        details: { validOn, title, measures, notScored, sureness },
      });
    });
    return this.all();
  }
}

function shown({ from: validOn, to: _, bands, ...scale }: BureauScale): BureauScaleView {
  const sorted = [...bands].sort((a, b) => a.lo - b.lo);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (!low || !high) throw new Error(`the scale ${scale.key} has no bands`);
  return {
    ...scale,
    measures: scale.measures as ScaleMeasures,
    sureness: scale.sureness as Sureness,
    validOn,
    bands,
    from: low.lo,
    to: high.hi,
    higherIsBetter: high.pd < low.pd,
  };
}
