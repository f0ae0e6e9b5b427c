import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { MeasuredWay } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { canonicalJson, checksumOf, type LatenessArtefact, readArtefact } from './artefact.js';

export type ModelState = 'challenger' | 'champion' | 'retired';

export interface ChampionThen extends MeasuredWay {
  version: number;
}

/** A row of the table of models. */
export interface KeptModel {
  id: number;
  version: number;
  state: ModelState;
  /** As it was written. */
  artefact: string;
  checksum: string;
  /** The one in force when it was trained, on the same invoices; null when there was none. */
  championThen: ChampionThen | null;
  objections: string[];
  trainedOn: string;
  trainedAt: Date;
  trainedBy: string;
  inForceSince: Date | null;
  putInForceBy: string | null;
  retiredAt: Date | null;
}

export const modelColumns = `m.id, m.version, m.state, m.artefact::text as artefact, m.checksum, m.champion_then as "championThen", m.objections, m.trained_on as "trainedOn",
  m.trained_at as "trainedAt", m.trained_by as "trainedBy", m.in_force_since as "inForceSince", m.put_in_force_by as "putInForceBy",
  m.retired_at as "retiredAt"`;

/** The fitted models: kept as they were written, one in force, one beside it. */
@Injectable()
export class Models {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async in(state: 'champion' | 'challenger'): Promise<KeptModel | null> {
    return (
      (await this.sql.one<KeptModel>(`select ${modelColumns} from model m where m.kind = 'lateness' and m.state = $1`, [
        state,
      ])) ?? null
    );
  }

  /** The model in force, read and checked; null when there is none. Refuses what is damaged or too new. */
  async champion(): Promise<(KeptModel & { read: LatenessArtefact }) | null> {
    const kept = await this.in('champion');
    return kept && { ...kept, read: readArtefact(kept) };
  }

  /** A version that was in force, read and checked. Refuses what is damaged or too new; null when there is none. */
  async version(version: number): Promise<LatenessArtefact | null> {
    const kept = await this.sql.one<KeptModel>(
      `select ${modelColumns} from model m where m.kind = 'lateness' and m.version = $1`,
      [version],
    );
    return kept ? readArtefact(kept) : null;
  }

  /**
   * Keeps what was fitted as the challenger, in the place of the one before. The first of all is put in force by the
   * program itself if nothing speaks against it: before it there was none that could be worse.
   */
  async keep(artefact: LatenessArtefact, championThen: ChampionThen | null, trainedOn: string): Promise<KeptModel> {
    const text = canonicalJson(artefact);
    const checksum = checksumOf(text);
    const { objections } = artefact.validation;
    return this.sql.transaction(async (client) => {
      await client.query('lock table model in share row exclusive mode');
      const now = this.clock.now();
      await client.query(
        `update model_promotion p set state = 'withdrawn', decided_by = p.asked_by, decided_by_name = $1, decided_at = $2, note = 'A newer challenger took its place.'
           from model m where m.id = p.model_id and m.state = 'challenger' and p.state = 'waiting'`,
        [caller().name, now],
      );
      await client.query(
        `update model set state = 'retired', retired_at = $1 where kind = 'lateness' and state = 'challenger'`,
        [now],
      );
      const { rows } = await client.query<KeptModel>(
        `insert into model as m (kind, version, state, artefact, checksum, champion_then, objections, trained_on, trained_at, trained_by)
         select 'lateness', coalesce(max(version), 0) + 1, 'challenger', $1, $2, $3, $4, $5, $6, $7 from model where kind = 'lateness'
         returning ${modelColumns}`,
        [
          text,
          checksum,
          championThen && JSON.stringify(championThen),
          JSON.stringify(objections),
          trainedOn,
          now,
          caller().name,
        ],
      );
      const kept = rows[0] as KeptModel;
      await this.audit.record(client, {
        action: 'trained a model',
        subjectType: 'model',
        subjectId: String(kept.id),
        details: {
          kind: 'lateness',
          version: kept.version,
          trainedOn,
          checksum,
          invoices: artefact.window.invoices,
          objections,
        },
      });
      const { rows: before } = await client.query(
        `select from model where kind = 'lateness' and in_force_since is not null`,
      );
      if (before.length > 0 || objections.length > 0) return kept;
      return this.putInForce(client, kept, 'the program: the first model, without objections');
    });
  }

  /** In the transaction of whoever may. The one in force until now is retired. */
  async putInForce(client: pg.ClientBase, model: KeptModel, by: string, reason?: string): Promise<KeptModel> {
    const now = this.clock.now();
    const { rows: before } = await client.query<{ version: number }>(
      `update model set state = 'retired', retired_at = $1 where kind = 'lateness' and state = 'champion' returning version`,
      [now],
    );
    const { rows } = await client.query<KeptModel>(
      `update model m set state = 'champion', in_force_since = $1, put_in_force_by = $2 where id = $3 returning ${modelColumns}`,
      [now, by, model.id],
    );
    await this.audit.record(client, {
      action: 'put a model in force',
      subjectType: 'model',
      subjectId: String(model.id),
      before: { version: before[0]?.version ?? null },
      after: { version: model.version },
      reason,
      details: { kind: 'lateness', checksum: model.checksum, by },
    });
    return rows[0] as KeptModel;
  }
}
