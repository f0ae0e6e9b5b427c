import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { canonicalJson, checksumOf } from '../shared/canonical-json.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';

/** What a model tells: how late invoices are paid, or who will not pay at all. */
export type ModelKind = 'lateness' | 'default';

export type ModelState = 'challenger' | 'champion' | 'retired';

/** A row of the table of models. */
export interface KeptModel {
  id: number;
  kind: ModelKind;
  version: number;
  state: ModelState;
  /** As it was written. */
  artefact: string;
  checksum: string;
  /** The one in force when it was trained, on the same cases, in the form of its kind; null when there was none. */
  championThen: unknown;
  objections: string[];
  trainedOn: string;
  trainedAt: Date;
  trainedBy: string;
  inForceSince: Date | null;
  putInForceBy: string | null;
  retiredAt: Date | null;
}

export const modelColumns = `m.id, m.kind, m.version, m.state, m.artefact::text as artefact, m.checksum, m.champion_then as "championThen", m.objections, m.trained_on as "trainedOn",
  m.trained_at as "trainedAt", m.trained_by as "trainedBy", m.in_force_since as "inForceSince", m.put_in_force_by as "putInForceBy",
  m.retired_at as "retiredAt"`;

/** What was fitted, and what is to be known about it. */
export interface ToKeep {
  readonly kind: ModelKind;
  readonly artefact: object;
  readonly championThen: object | null;
  readonly objections: readonly string[];
  readonly trainedOn: string;
  /** What it learned from, for the audit. */
  readonly learnedFrom: Record<string, unknown>;
  /** Whether the first of its kind is put in force by the program: only where nothing else stands in its place. */
  readonly isFirstPutInForce: boolean;
}

/** The fitted models of every kind: kept as they were written, of each kind one in force, one beside it. */
@Injectable()
export class KeptModels {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async in(kind: ModelKind, state: 'champion' | 'challenger'): Promise<KeptModel | null> {
    return (
      (await this.sql.one<KeptModel>(`select ${modelColumns} from model m where m.kind = $1 and m.state = $2`, [
        kind,
        state,
      ])) ?? null
    );
  }

  async version(kind: ModelKind, version: number): Promise<KeptModel | null> {
    return (
      (await this.sql.one<KeptModel>(`select ${modelColumns} from model m where m.kind = $1 and m.version = $2`, [
        kind,
        version,
      ])) ?? null
    );
  }

  /**
   * Keeps what was fitted as the challenger, in the place of the one before. The first of all is put in force by the
   * program itself, where that is asked for, if nothing speaks against it: before it there was none that could be worse.
   */
  async keep(of: ToKeep): Promise<KeptModel> {
    const { kind, championThen, objections, trainedOn, learnedFrom, isFirstPutInForce } = of;
    const artefact = canonicalJson(of.artefact);
    const checksum = checksumOf(artefact);
    return this.sql.transaction(async (client) => {
      await client.query('lock table model in share row exclusive mode');
      const now = this.clock.now();
      await client.query(
        `update model_promotion p set state = 'withdrawn', decided_by = p.asked_by, decided_by_name = $1, decided_at = $2, note = 'A newer challenger took its place.'
           from model m where m.id = p.model_id and m.kind = $3 and m.state = 'challenger' and p.state = 'waiting'`,
        [caller().name, now, kind],
      );
      await client.query(
        `update model set state = 'retired', retired_at = $1 where kind = $2 and state = 'challenger'`,
        [now, kind],
      );
      const { rows } = await client.query<KeptModel>(
        `insert into model as m (kind, version, state, artefact, checksum, champion_then, objections, trained_on, trained_at, trained_by)
         select $8, coalesce(max(version), 0) + 1, 'challenger', $1, $2, $3, $4, $5, $6, $7 from model where kind = $8
         returning ${modelColumns}`,
        [
          artefact,
          checksum,
          championThen && JSON.stringify(championThen),
          JSON.stringify(objections),
          trainedOn,
          now,
          caller().name,
          kind,
        ],
      );
      const kept = rows[0] as KeptModel;
      await this.audit.record(client, {
        action: 'trained a model',
        subjectType: 'model',
        subjectId: String(kept.id),
        details: { kind, version: kept.version, trainedOn, checksum, ...learnedFrom, objections },
      });
      const { rows: before } = await client.query('select from model where kind = $1 and in_force_since is not null', [
        kind,
      ]);
      if (!isFirstPutInForce || before.length > 0 || objections.length > 0) return kept;
      return this.putInForce(client, kept, 'the program: the first model, without objections');
    });
  }

  /** In the transaction of whoever may. The one of its kind in force until now is retired. */
  async putInForce(client: pg.ClientBase, model: KeptModel, by: string, reason?: string): Promise<KeptModel> {
    const { id, kind, version, checksum } = model;
    const now = this.clock.now();
    const { rows: before } = await client.query<{ version: number }>(
      `update model set state = 'retired', retired_at = $1 where kind = $2 and state = 'champion' returning version`,
      [now, kind],
    );
    const { rows } = await client.query<KeptModel>(
      `update model m set state = 'champion', in_force_since = $1, put_in_force_by = $2 where id = $3 returning ${modelColumns}`,
      [now, by, id],
    );
    await this.audit.record(client, {
      action: 'put a model in force',
      subjectType: 'model',
      subjectId: String(id),
      before: { version: before[0]?.version ?? null },
      after: { version },
      reason,
      details: { kind, checksum, by },
    });
    return rows[0] as KeptModel;
  }
}
