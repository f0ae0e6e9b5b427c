import { Controller, Get, Header } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { addDays } from '../../analytics/index.js';
import { Allow } from '../auth/allow.js';
import { Clock } from '../shared/clock.js';
import { Metrics } from '../shared/metrics.js';
import { ProgramSql } from '../shared/sql.js';

/** So far back the figures read from the database go, so that a scrape stays cheap however old the book is. */
const DAYS = 7;

/** Measurements in the text form of Prometheus. */
@Controller('metrics')
export class MetricsController {
  private readonly messages: Gauge<'state'>;
  private readonly importRows: Gauge<'outcome'>;

  constructor(
    private readonly metrics: Metrics,
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
  ) {
    const registers = [metrics.registry];
    this.messages = new Gauge({
      name: 'goodstanding_messages',
      help: `Messages planned for the last ${DAYS} days, by state.`,
      labelNames: ['state'],
      registers,
    });
    this.importRows = new Gauge({
      name: 'goodstanding_import_rows',
      help: `Rows of the imports posted in the last ${DAYS} days, by what became of them.`,
      labelNames: ['outcome'],
      registers,
    });
  }

  @Allow('anyone')
  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async text(): Promise<string> {
    const since = addDays(this.clock.today(), -DAYS);
    const [messages, rows] = await Promise.all([
      this.sql.rows<{ state: string; count: number }>(
        'select state, count(*) as count from delivery where planned_for > $1 group by state',
        [since],
      ),
      this.sql.rows<{ outcome: string; count: number }>(
        `select outcome, sum((report -> kind ->> outcome)::bigint)::bigint as count
           from import, unnest(array['customers', 'invoices', 'credits', 'allocations', 'rates']) kind,
                unnest(array['added', 'unchanged', 'updated']) outcome
          where state = 'posted' and created_at > $1 group by outcome`,
        [since],
      ),
    ]);
    this.messages.reset();
    for (const { state, count } of messages) this.messages.set({ state }, count);
    this.importRows.reset();
    for (const { outcome, count } of rows) this.importRows.set({ outcome }, count ?? 0);
    return this.metrics.registry.metrics();
  }
}
