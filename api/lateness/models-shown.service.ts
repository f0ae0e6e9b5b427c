import { Injectable } from '@nestjs/common';
import { factorTitles, scorecardTable } from '../../analytics/index.js';
import { modelColumns } from '../models/kept-models.service.js';
import { cardName, cardOf, readDefault } from '../scoring/default-artefact.js';
import { listOf, Values } from '../shared/list.js';
import { Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import { NotFound, Refusal } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { readArtefact } from './artefact.js';
import type { FittedScorecard } from './fitted-scorecard.view.js';
import { type Model, type ModelCard, ModelKindShown } from './model.view.js';
import { habitInWords, tablesOf } from './model-tables.js';
import { type DecidePromotionInput, ModelSort, type ModelsArgs, type PromotionInput } from './models.inputs.js';
import type { Promotion } from './promotion.view.js';
import { Promotions } from './promotions.service.js';

/** What stood beside a model has the form of its kind. */
const shownColumns = `${modelColumns.replace('m.champion_then as', `case m.kind when 'lateness' then m.champion_then end as`)},
  case m.kind when 'default' then m.champion_then end as "cardThen"`;

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
      detail: { select: shownColumns, join: 'join model m on m.id = page.id' },
      from: 'model m',
      where: [
        `m.kind = ${values.add(filter.kind ?? ModelKindShown.LATENESS)}`,
        filter.state !== undefined && `m.state = ${values.add(filter.state)}`,
      ],
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
      if (model.kind === 'default') readDefault(model);
      else readArtefact(model);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  }

  cardOf(model: Model): ModelCard | null {
    if (model.kind !== 'lateness' || this.problemOf(model) !== null) return null;
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

  fittedScorecardOf(model: Model): FittedScorecard | null {
    if (model.kind !== 'default' || this.problemOf(model) !== null) return null;
    const { definition, days, leftOut, validation, caveats } = readDefault(model);
    const card = cardOf(model);
    const { ways, ...measured } = validation;
    const [own, ...plainer] = ways;
    const { cardThen } = model;
    return {
      name: cardName(model.version),
      definition,
      days,
      base: card.basePoints,
      factors: scorecardTable(card),
      leftOut: leftOut.map((factor) => factorTitles[factor] ?? factor),
      ...measured,
      lift: measured.lift ?? null,
      parts: measured.parts ?? null,
      besideVersion: cardThen?.version ?? null,
      ways: [own, cardThen, ...plainer].filter((way) => way != null),
      caveats,
    };
  }

  private async byId(id: number): Promise<Model> {
    const model = await this.sql.one<Model>(`select ${shownColumns} from model m where m.id = $1`, [id]);
    if (!model) throw new NotFound('model', String(id));
    return model;
  }
}
