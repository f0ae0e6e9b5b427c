import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ModelKind } from '../models/kept-models.service.js';
import type { CardThen } from '../scoring/train-default.service.js';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';
import { ChampionThen, Validation } from './validation.view.js';

export enum ModelState {
  CHALLENGER = 'challenger',
  CHAMPION = 'champion',
  RETIRED = 'retired',
}
registerEnumType(ModelState, {
  name: 'ModelState',
  description: 'Whether a model is in force.',
  valuesMap: {
    CHALLENGER: { description: 'Stands beside the one in force, to be compared.' },
    CHAMPION: { description: 'In force.' },
    RETIRED: { description: 'Another took its place.' },
  },
});

export enum ModelKindShown {
  LATENESS = 'lateness',
  DEFAULT = 'default',
}
registerEnumType(ModelKindShown, {
  name: 'ModelKind',
  description: 'What a model tells.',
  valuesMap: {
    LATENESS: { description: 'How late invoices are paid.' },
    DEFAULT: { description: 'Who will not pay at all: a scorecard.' },
  },
});

@ObjectType({ description: 'Days and counts of what a model learned from.' })
export class ModelWindow {
  @Field(() => DayScalar, { description: 'The first day on which an invoice was scored.' })
  from: string;

  @Field(() => DayScalar, { description: 'The last day it knew of.' })
  knownOn: string;

  @Field(() => Int, { description: 'How many customers.' })
  customers: number;

  @Field(() => Int, { description: 'How many invoices.' })
  invoices: number;

  @Field(() => Int, { description: 'Those of them that were open: counted for as long as they had waited.' })
  open: number;

  @Field(() => Int, { description: 'Left out: amounts of nought or below, days that contradict each other.' })
  leftOut: number;

  @Field(() => Int, { description: 'Left out: alike in all but the number.' })
  copies: number;
}

@ObjectType({ description: 'A row of a table of the model.' })
export class ModelRow {
  @Field(() => String, { description: 'Which readings.' })
  reading: string;

  @Field(() => Float, { description: 'Log-odds it adds.' })
  effect: number;
}

@ObjectType({ description: 'A table of the model: these rows are the model.' })
export class ModelTable {
  @Field(() => String, { description: 'Key of what is read.' })
  term: string;

  @Field(() => String, { description: 'What is read.' })
  title: string;

  @Field(() => String, {
    description: 'What is moved: being paid on each day until due, or staying open over a span after it.',
  })
  moves: string;

  @Field(() => [ModelRow], { description: 'Its rows.' })
  rows: ModelRow[];
}

@ObjectType({ description: 'What is to be known about a model before it is believed.' })
export class ModelCard {
  @Field(() => String, { description: 'What late means.' })
  definition: string;

  @Field(() => ModelWindow, { description: 'What it learned from.' })
  window: ModelWindow;

  @Field(() => String, { nullable: true, description: 'Whose holidays it knows; null: none, only weekends.' })
  holidaysOf: string | null;

  @Field(() => [String], { description: 'What to keep in mind.' })
  caveats: readonly string[];

  @Field(() => Validation, { description: 'How good it was.' })
  validation: Validation;

  @Field(() => [String], {
    description: 'The model itself: by which rules the habit of a customer is counted, which the tables move.',
  })
  habit: readonly string[];

  @Field(() => [ModelTable], { description: 'The model itself: what moves the habit.' })
  tables: ModelTable[];
}

@ObjectType({ description: 'A fitted model: of how late invoices are paid, or of who will not pay at all.' })
export class Model {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => ModelKindShown, { description: 'What it tells.' })
  kind: ModelKind;

  @Field(() => Int, { description: 'Its version, of its kind.' })
  version: number;

  @Field(() => ModelState, { description: 'Whether it is in force.' })
  state: ModelState;

  @Field(() => String, { description: 'sha256 over its canonical JSON.' })
  checksum: string;

  @Field(() => ChampionThen, {
    nullable: true,
    description:
      'The lateness model in force when it was trained, measured on the same invoices; null: there was none.',
  })
  championThen: ChampionThen | null;

  @Field(() => [String], { description: 'Why it may not be put in force; empty when it may.' })
  objections: string[];

  @Field(() => DayScalar, { description: 'The day as of which it was trained.' })
  trainedOn: string;

  @Field(() => InstantScalar, { description: 'When.' })
  trainedAt: Date;

  @Field(() => String, { description: 'By whom.' })
  trainedBy: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Since when it is, or was, in force; null: never.' })
  inForceSince: Date | null;

  @Field(() => String, { nullable: true, description: 'Who put it in force.' })
  putInForceBy: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When another took its place.' })
  retiredAt: Date | null;

  artefact: string;

  /** Of a fitted scorecard: the card in force when it was fitted. */
  cardThen?: CardThen | null;
}

@ObjectType({ description: 'A page of models.' })
export class ModelPage extends Paged(Model) {}
