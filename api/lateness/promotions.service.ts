import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Hands } from '../auth/hands.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { type KeptModel, KeptModels, type ModelKind, modelColumns } from '../models/kept-models.service.js';
import { readDefault } from '../scoring/default-artefact.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf } from '../shared/list.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { readArtefact } from './artefact.js';
import type { Promotion } from './promotion.view.js';
import {
  ModelNotChallenger,
  NotYourPromotion,
  OwnPromotion,
  PromotionDecided,
  PromotionHasObjections,
  PromotionTakesAPerson,
  PromotionWaits,
} from './promotions.errors.js';

interface Row extends Omit<Promotion, 'isMine'> {
  askedById: number;
}

const columns = `p.id, p.model_id as "modelId", p.reason, p.state, p.asked_by as "askedById", p.asked_by_name as "askedBy", p.asked_at as "askedAt",
  p.decided_by_name as "decidedBy", p.decided_at as "decidedAt", p.note`;

/** What is told anew when a model of a kind is put in force. */
const followsFrom: Readonly<Record<ModelKind, string>> = { lateness: 'tell-lateness', default: 'score-book' };

/** A model takes the place of another when one person asks for it, another approves, and nothing measured speaks against it. */
@Injectable()
export class Promotions {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly models: KeptModels,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly hands: Hands,
  ) {}

  async ask(modelId: string, reason: string): Promise<number> {
    const { personId, name } = caller();
    if (personId === null) throw new PromotionTakesAPerson();
    return this.sql.transaction(async (client) => {
      const model = await this.challenger(client, keyOf(modelId), modelId);
      const waiting = await client.query<Row>(
        `select ${columns} from model_promotion p where p.model_id = $1 and p.state = 'waiting'`,
        [model.id],
      );
      if (waiting.rows[0]) throw new PromotionWaits(model.version, waiting.rows[0].askedBy);
      await client.query(
        'insert into model_promotion (model_id, reason, asked_by, asked_by_name, asked_at) values ($1, $2, $3, $4, $5)',
        [model.id, reason, personId, name, this.clock.now()],
      );
      await this.record(client, 'asked to put a model in force', model, reason);
      return model.id;
    });
  }

  approve(promotionId: string, note?: string): Promise<number> {
    return this.decide(promotionId, 'approved', note, async (client, row) => {
      if (row.askedById === caller().personId) throw new OwnPromotion();
      await this.hands.mustBeAnother(row.askedById);
      const model = await this.challenger(client, row.modelId, String(row.modelId));
      await this.models.putInForce(client, model, `${row.askedBy} and ${caller().name}`, row.reason);
      const job = followsFrom[model.kind];
      await this.jobs.enqueue(client, job, {}, { jobKey: job });
    });
  }

  refuse(promotionId: string, note?: string): Promise<number> {
    return this.decide(promotionId, 'refused', note, async (_, row) => {
      if (row.askedById === caller().personId) throw new OwnPromotion();
    });
  }

  withdraw(promotionId: string, note?: string): Promise<number> {
    return this.decide(promotionId, 'withdrawn', note, async (_, row) => {
      if (row.askedById !== caller().personId) throw new NotYourPromotion(row.askedBy);
    });
  }

  async isWaiting(): Promise<boolean> {
    return (await this.sql.one(`select 1 as one from model_promotion where state = 'waiting'`)) !== undefined;
  }

  /** The newest request for each of some models. */
  async newest(modelIds: readonly number[]): Promise<Map<number, Promotion>> {
    const rows = await this.sql.rows<Row>(
      `select distinct on (p.model_id) ${columns} from model_promotion p where p.model_id = any($1) order by p.model_id, p.id desc`,
      [modelIds],
    );
    return new Map(
      rows.map(({ askedById, ...row }) => [row.modelId, { ...row, isMine: askedById === caller().personId }]),
    );
  }

  /** Only a challenger that is what was written, and that nothing measured speaks against. */
  private async challenger(client: pg.ClientBase, id: number, asked: string): Promise<KeptModel> {
    const { rows } = await client.query<KeptModel>(`select ${modelColumns} from model m where m.id = $1 for update`, [
      id,
    ]);
    const model = rows[0];
    if (!model) throw new NotFound('model', asked);
    if (model.state !== 'challenger') throw new ModelNotChallenger(model.version, model.state);
    if (model.kind === 'default') readDefault(model);
    else readArtefact(model);
    if (model.objections.length > 0) throw new PromotionHasObjections(model.version, model.objections);
    return model;
  }

  private decide(
    id: string,
    state: 'approved' | 'refused' | 'withdrawn',
    note: string | undefined,
    act: (client: pg.ClientBase, row: Row) => Promise<void>,
  ): Promise<number> {
    return this.sql.transaction(async (client) => {
      const { rows } = await client.query<Row>(`select ${columns} from model_promotion p where p.id = $1 for update`, [
        keyOf(id),
      ]);
      const row = rows[0];
      if (!row) throw new NotFound('request', id);
      if (row.state !== 'waiting') throw new PromotionDecided(row.state);
      await act(client, row);
      await client.query(
        'update model_promotion set state = $2, decided_by = $3, decided_by_name = $4, decided_at = $5, note = $6 where id = $1',
        [row.id, state, caller().personId, caller().name, this.clock.now(), note ?? null],
      );
      const model = await client.query<KeptModel>(`select ${modelColumns} from model m where m.id = $1`, [row.modelId]);
      await this.record(client, `${state} a model`, model.rows[0] as KeptModel, note ?? row.reason);
      return row.modelId;
    });
  }

  private record(client: pg.ClientBase, action: string, model: KeptModel, reason: string): Promise<void> {
    const { id, kind, version, checksum } = model;
    return this.audit.record(client, {
      action,
      subjectType: 'model',
      subjectId: String(id),
      reason,
      details: { kind, version, checksum },
    });
  }
}
