import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { PersonRole } from '../auth/person.entity.js';
import { RatesService } from '../ledger/rates.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import type { ApprovalAction, Authority } from './approval.view.js';
import type { AuthorityInput } from './approvals.inputs.js';

/** Minor units of the reporting currency; Infinity for no bound. */
export interface Reach {
  alone: number;
  approves: number;
}

interface Row {
  action: ApprovalAction;
  role: PersonRole;
  validFrom: string;
  alone: number | null;
  approves: number | null;
  source: string;
}

const newest = `select distinct on (action, role) action, role, valid_from as "validFrom", alone_up_to as alone,
  approves_up_to as approves, source from authority where valid_from <= $1`;
const newestFirst = 'order by action, role, valid_from desc';

/** How far each role may go on a day. */
@Injectable()
export class AuthorityService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
    private readonly audit: Audit,
  ) {}

  /** A role that is not named may neither alone nor for others. */
  async of(role: PersonRole, action: ApprovalAction): Promise<Reach> {
    const row = await this.sql.one<Row>(`${newest} and role = $2 and action = $3 ${newestFirst}`, [
      this.clock.today(),
      role,
      action,
    ]);
    return row
      ? { alone: row.alone ?? -1, approves: row.approves ?? Number.POSITIVE_INFINITY }
      : { alone: -1, approves: -1 };
  }

  async all(): Promise<Authority[]> {
    const currency = await this.rates.reportingCurrency();
    const rows = await this.sql.rows<Row>(`${newest} ${newestFirst}`, [this.clock.today()]);
    const shown = (minor: number | null) => (minor === null ? null : money(minor, currency));
    return rows.map(({ alone, approves, ...row }) => ({
      ...row,
      aloneUpTo: shown(alone),
      approvesUpTo: shown(approves),
    }));
  }

  async set({ action, role, aloneUpTo, approvesUpTo, reason }: AuthorityInput): Promise<Authority[]> {
    const before = await this.of(role, action);
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into authority (action, role, valid_from, alone_up_to, approves_up_to, source) values ($1, $2, $3, $4, $5, $6)
         on conflict (action, role, valid_from) do update set alone_up_to = excluded.alone_up_to, approves_up_to = excluded.approves_up_to, source = excluded.source`,
        [action, role, this.clock.today(), aloneUpTo ?? null, approvesUpTo ?? null, caller().name],
      );
      await this.audit.record(client, {
        action: 'set authority',
        subjectType: 'authority',
        subjectId: `${action}: ${role}`,
        before: shownReach(before),
        after: { alone: aloneUpTo ?? 'never', approves: approvesUpTo ?? 'any amount' },
        reason,
      });
    });
    return this.all();
  }
}

/** JSON knows neither “never” nor “any amount” as numbers. */
const shownReach = ({ alone, approves }: Reach) => ({
  alone: alone < 0 ? 'never' : alone,
  approves: Number.isFinite(approves) ? approves : 'any amount',
});
