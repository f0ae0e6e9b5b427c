import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { PeopleOnly } from '../auth/auth.errors.js';
import { Hands } from '../auth/hands.service.js';
import { People } from '../auth/people.service.js';
import type { Customer } from '../customers/customer.entity.js';
import { RatesService } from '../ledger/rates.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { holds, keyOf, listOf, Values } from '../shared/list.js';
import { type Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { type Approval, type ApprovalAction, ApprovalState } from './approval.view.js';
import { AlreadyAsked, AlreadyDecided, NotEnoughAuthority, NotYourRequest, OwnRequest } from './approvals.errors.js';
import type { ApprovalsArgs } from './approvals.inputs.js';
import { AuthorityService } from './authority.service.js';

/** Something that may take a second pair of eyes. */
export interface Asked {
  action: ApprovalAction;
  /** Null: the whole book. */
  customer: Customer | null;
  /** Of the invoice or decision it is about; not given when it is about the customer itself: one waits at a time. */
  subjectId?: number;
  /** What is at stake; null when there is no bound to it. */
  amount: Money | null;
  summary: string;
  reason: string | null;
  /** What is handed to the act, now or when it is approved. */
  input: object;
}

/** Whose act it is. */
export interface Signed {
  askedBy: string;
  /** Null when it was within the authority of who asked. */
  approvedBy: string | null;
}

/** Does what was asked for, in the transaction that approves it. */
type Act = (client: pg.ClientBase, customerId: number, input: never, signed: Signed) => Promise<void>;
/** Of either kind: about no customer when it is about the whole book. */
type AnyAct = (client: pg.ClientBase, customerId: number | null, input: never, signed: Signed) => Promise<void>;
type ActOnBook = (client: pg.ClientBase, input: never, signed: Signed) => Promise<void>;

interface Row extends Omit<Approval, 'amount' | 'isMine'> {
  input: object;
  amountMinor: number | null;
  currency: string;
  askedById: number;
}

const columns = `a.customer_id as "customerId", a.id, a.action, a.input, a.summary, a.reason, a.amount_minor as "amountMinor", a.currency,
  a.state, a.asked_by as "askedById", a.asked_by_name as "askedBy", a.asked_at as "askedAt", a.decided_by_name as "decidedBy",
  a.decided_at as "decidedAt", a.note`;

/** Two pairs of eyes: what goes beyond the authority of one waits for another. */
@Injectable()
export class Approvals {
  private readonly acts = new Map<ApprovalAction, AnyAct>();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
    private readonly people: People,
    private readonly hands: Hands,
    private readonly authority: AuthorityService,
    private readonly audit: Audit,
  ) {}

  declare(action: ApprovalAction, act: Act): void {
    this.acts.set(action, (client, customerId, input, signed) => {
      if (customerId === null) throw new Error(`to ${action} is about a customer`);
      return act(client, customerId, input, signed);
    });
  }

  declareForBook(action: ApprovalAction, act: ActOnBook): void {
    this.acts.set(action, (client, _, input, signed) => act(client, input, signed));
  }

  /** Does it when whoever asks may alone, and returns null; else keeps it for another person. */
  async doOrAsk(asked: Asked): Promise<Approval | null> {
    const { personId, id = '' } = caller();
    // No role, no authority: what takes a second pair of eyes takes a first one.
    if (id.startsWith('key ')) throw new PeopleOnly();
    const minor = await this.inReportingCurrency(asked.amount);
    // A command, a job: whoever can run one has the database as well.
    const alone = personId === null || minor <= (await this.reach(personId, asked.action)).alone;
    if (!alone) return this.keep(asked, minor, personId);
    const signed = { askedBy: caller().name, approvedBy: null };
    await this.sql.onOneConnection((client) =>
      this.actOf(asked.action)(client, asked.customer?.id ?? null, asked.input as never, signed),
    );
    return null;
  }

  async approve(id: string, note?: string): Promise<Approval> {
    return this.decide(id, ApprovalState.APPROVED, note, async (client, row) => {
      if (row.askedById === caller().personId) throw new OwnRequest();
      await this.hands.mustBeAnother(row.askedById);
      await this.mustReach(row);
      const signed = { askedBy: row.askedBy, approvedBy: caller().name };
      const { id: request, summary, reason: askedFor, askedBy, amountMinor, currency } = row;
      await this.audit.approved(client, { request, summary, askedFor, askedBy, note, amountMinor, currency }, () =>
        this.actOf(row.action)(client, row.customerId, row.input as never, signed),
      );
    });
  }

  async refuse(id: string, note?: string): Promise<Approval> {
    return this.decide(id, ApprovalState.REFUSED, note, async (_, row) => {
      if (row.askedById === caller().personId) throw new OwnRequest();
    });
  }

  async withdraw(id: string, note?: string): Promise<Approval> {
    return this.decide(id, ApprovalState.WITHDRAWN, note, async (_, row) => {
      if (row.askedById !== caller().personId) throw new NotYourRequest(row.askedBy);
    });
  }

  /** Takes back what can no longer be done: in the transaction that made it so, which says why. */
  async takeBack(client: pg.ClientBase, ids: readonly number[], note: string): Promise<void> {
    const { rows } = await client.query<Row>(
      `select ${columns} from approval a where a.id = any($1) and a.state = 'waiting' order by a.id for update`,
      [ids],
    );
    for (const row of rows) await this.settle(client, row, ApprovalState.WITHDRAWN, note);
  }

  async page(args: ApprovalsArgs): Promise<Page<Approval>> {
    const values = new Values();
    const { filter = {} } = args;
    const page = await listOf<Row>(this.sql, {
      select: columns,
      from: 'approval a left join customer c on c.id = a.customer_id',
      where: [
        filter.state !== undefined && `a.state = ${values.add(filter.state)}`,
        filter.action !== undefined && `a.action = ${values.add(filter.action)}`,
        filter.customerId !== undefined && `a.customer_id = ${values.add(keyOf(filter.customerId))}`,
        filter.search !== undefined &&
          `(coalesce(c.name, '') || ' ' || a.summary) ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      // Without a bound is the most there is.
      sort:
        args.sort === 'amount'
          ? { by: `coalesce(a.amount_minor, ${Number.MAX_SAFE_INTEGER})`, type: 'bigint' }
          : { by: 'a.asked_at', type: 'timestamptz' },
      key: 'a.id',
      direction: args.direction,
      page: args,
    });
    return { ...page, nodes: page.nodes.map(shown) };
  }

  private async keep(asked: Asked, minor: number, personId: number) {
    const { action, customer, subjectId = 0, summary, reason, input } = asked;
    return this.sql.onOneConnection(async (client) => {
      const waiting = await client.query<Row>(
        `select ${columns} from approval a where a.customer_id is not distinct from $1 and a.action = $2 and a.subject_id = $3 and a.state = 'waiting' for update`,
        [customer?.id ?? null, action, subjectId],
      );
      const before = waiting.rows[0];
      if (before) throw new AlreadyAsked(before.summary, before.askedBy);
      const { rows } = await client.query<Row>(
        `insert into approval as a (customer_id, action, input, summary, reason, amount_minor, currency, asked_by, asked_by_name, asked_at, subject_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${columns}`,
        [
          customer?.id ?? null,
          action,
          input,
          summary,
          reason,
          Number.isFinite(minor) ? minor : null,
          await this.rates.reportingCurrency(),
          personId,
          caller().name,
          this.clock.now(),
          subjectId,
        ],
      );
      await this.record(client, 'asked for approval', rows[0] as Row);
      return shown(rows[0] as Row);
    });
  }

  private decide(
    id: string,
    state: ApprovalState,
    note: string | undefined,
    act: (client: pg.ClientBase, row: Row) => Promise<void>,
  ): Promise<Approval> {
    return this.sql.onOneConnection(async (client) => {
      const found = await client.query<Row>(`select ${columns} from approval a where a.id = $1 for update`, [
        keyOf(id),
      ]);
      const row = found.rows[0];
      if (!row) throw new NotFound('approval', id);
      if (row.state !== ApprovalState.WAITING) throw new AlreadyDecided(row.state);
      await act(client, row);
      return shown(await this.settle(client, row, state, note, state !== ApprovalState.APPROVED));
    });
  }

  /** What was approved has its entry with what was done. */
  private async settle(
    client: pg.ClientBase,
    row: Row,
    state: ApprovalState,
    note?: string,
    isRecorded = true,
  ): Promise<Row> {
    const { rows } = await client.query<Row>(
      `update approval as a set state = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, note = $7
        where customer_id is not distinct from $1 and id = $2 returning ${columns}`,
      [row.customerId, row.id, state, caller().personId, caller().name, this.clock.now(), note ?? null],
    );
    const settled = rows[0] as Row;
    if (isRecorded) await this.record(client, `${state} a request`, settled);
    return settled;
  }

  private record(client: pg.ClientBase, action: string, row: Row): Promise<void> {
    const { id, summary, reason, note, state, askedBy, amountMinor, currency } = row;
    return this.audit.record(client, {
      action,
      subjectType: row.customerId === null ? 'policy' : 'customer',
      subjectId: row.customerId === null ? null : String(row.customerId),
      reason: (note ?? reason) || undefined,
      after: { state },
      details: { approval: id, summary, askedFor: reason, askedBy, amountMinor, currency },
    });
  }

  private async mustReach({ action, amountMinor, currency }: Row): Promise<void> {
    const { personId } = caller();
    if (personId === null) return;
    const { approves } = await this.reach(personId, action);
    if ((amountMinor ?? Number.POSITIVE_INFINITY) <= approves) return;
    const { role } = await this.people.byId(personId);
    throw new NotEnoughAuthority(role, approves < 0 ? 'nothing' : amountInWords(approves, currency));
  }

  private async reach(personId: number, action: ApprovalAction) {
    return this.authority.of((await this.people.byId(personId)).role, action);
  }

  private actOf(action: ApprovalAction): AnyAct {
    const act = this.acts.get(action);
    if (!act) throw new Error(`nobody says how to ${action}`);
    return act;
  }

  /**
   * Without a bound, or without a rate to tell it, it is more than any bound; so it is where the rate is that of whoever
   * asks: who says what a currency is worth says neither alone what an amount comes to, nor who may approve it.
   */
  private async inReportingCurrency(amount: Money | null): Promise<number> {
    if (amount === null || (await this.rates.isOwnMaking(caller().name, amount.currency)))
      return Number.POSITIVE_INFINITY;
    const { factors } = await this.rates.on(this.clock.today());
    return Math.round(amount.minor * (factors.get(amount.currency) ?? Number.POSITIVE_INFINITY)) || 0;
  }
}

const shown = ({ input: _, askedById, amountMinor, currency, ...row }: Row): Approval => ({
  ...row,
  amount: amountMinor === null ? null : money(amountMinor, currency),
  isMine: askedById === caller().personId,
});
