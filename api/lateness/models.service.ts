import { Injectable } from '@nestjs/common';
import type { MeasuredWay } from '../../analytics/index.js';
import { type KeptModel, KeptModels } from '../models/kept-models.service.js';
import { type LatenessArtefact, readArtefact } from './artefact.js';

export interface ChampionThen extends MeasuredWay {
  version: number;
}

/** The fitted models of lateness: kept as they were written, one in force, one beside it. */
@Injectable()
export class Models {
  constructor(private readonly kept: KeptModels) {}

  /** The model in force, read and checked; null when there is none. Refuses what is damaged or too new. */
  async champion(): Promise<(KeptModel & { read: LatenessArtefact }) | null> {
    const kept = await this.kept.in('lateness', 'champion');
    return kept && { ...kept, read: readArtefact(kept) };
  }

  /** A version that was in force, read and checked. Refuses what is damaged or too new; null when there is none. */
  async version(version: number): Promise<LatenessArtefact | null> {
    const kept = await this.kept.version('lateness', version);
    return kept && readArtefact(kept);
  }

  /** As the challenger; the first of all in force, since before it nothing tells how late invoices are paid. */
  keep(artefact: LatenessArtefact, championThen: ChampionThen | null, trainedOn: string): Promise<KeptModel> {
    return this.kept.keep({
      kind: 'lateness',
      artefact,
      championThen,
      objections: artefact.validation.objections,
      trainedOn,
      learnedFrom: { invoices: artefact.window.invoices },
      isFirstPutInForce: true,
    });
  }
}
