import { Injectable } from '@nestjs/common';
import { listOf, Values } from '../shared/list.js';
import { Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import { NotFound, Refusal } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { readArtefact } from './artefact.js';
import type { Model, ModelCard } from './model.view.js';
import { habitInWords, tablesOf } from './model-tables.js';
import { type DecidePromotionInput, ModelSort, type ModelsArgs, type PromotionInput } from './models.inputs.js';
import { modelColumns } from './models.service.js';
import type { Promotion } from './promotion.view.js';
import { Promotions } from './promotions.service.js';

/** Requests to put models in force, by model. */
@Injectable()
export class PromotionsLoader extends Loader<Promotion | null> {
  constructor(private readonly promotions: Promotions) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<(Promotion | null)[]> {
    const newest = await this.promotions.newest(ids);
    return ids.map((id) => newest.get(id) ?? null);
  }
}

/** Models as the page shows them. */
@Injectable()
export class ModelsShown {
  constructor(
    private readonly sql: Sql,
    private readonly promotions: Promotions,
  ) {}

  page({ filter = {}, sort, direction, ...page }: ModelsArgs): Promise<Page<Model>> {
    const values = new Values();
    return listOf<Model>(this.sql, {
      select: 'm.id',
      detail: { select: modelColumns, join: 'join model m on m.id = page.id' },
      from: 'model m',
      where: [filter.state !== undefined && `m.state = ${values.add(filter.state)}`],
      values,
      sort: { by: `m.${sort}`, type: sort === ModelSort.VERSION ? 'integer' : 'date' },
      key: 'm.id',
      direction,
      page,
    });
  }

  async ask({ modelId, reason }: PromotionInput): Promise<Model> {
    return this.byId(await this.promotions.ask(modelId, reason));
  }

  async approve({ promotionId, note }: DecidePromotionInput): Promise<Model> {
    return this.byId(await this.promotions.approve(promotionId, note));
  }

  async refuse({ promotionId, note }: DecidePromotionInput): Promise<Model> {
    return this.byId(await this.promotions.refuse(promotionId, note));
  }

  async withdraw({ promotionId, note }: DecidePromotionInput): Promise<Model> {
    return this.byId(await this.promotions.withdraw(promotionId, note));
  }

  problemOf(model: Model): string | null {
    try {
      readArtefact(model);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  }

  cardOf(model: Model): ModelCard | null {
    if (this.problemOf(model) !== null) return null;
    const { definition, window, holidaysOf, caveats, validation, model: fitted } = readArtefact(model);
    return {
      definition,
      window,
      holidaysOf,
      caveats,
      validation,
      habit: habitInWords(fitted),
      tables: tablesOf(fitted),
    };
  }

  private async byId(id: number): Promise<Model> {
    const model = await this.sql.one<Model>(`select ${modelColumns} from model m where m.id = $1`, [id]);
    if (!model) throw new NotFound('model', String(id));
    return model;
  }
}
