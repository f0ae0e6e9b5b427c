import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { keyOf } from '../shared/list.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import type { Replay } from './decision.view.js';
import { NotReplayable } from './decisions.errors.js';
import type { KeptRecommendation } from './keep-decision.service.js';
import { Policies } from './policies.service.js';
import { policyOf } from './policy.js';
import { recommendation } from './recommendation.js';
import { shown } from './show-recommendation.js';

interface Kept {
  inputs: Application;
  recommendation: KeptRecommendation;
  policyVersion: string;
}

/** Makes a kept decision again from what it saw, with the policy it was made with. */
@Injectable()
export class Replays {
  constructor(
    private readonly sql: Sql,
    private readonly policies: Policies,
  ) {}

  async of(customerId: string, decisionId: string): Promise<Replay> {
    const kept = await this.sql.one<Kept>(
      'select inputs, recommendation, policy_version as "policyVersion" from decision where customer_id = $1 and id = $2',
      [keyOf(customerId), keyOf(decisionId)],
    );
    if (!kept) throw new NotFound('decision', decisionId);
    const { asOf, best } = kept.recommendation;
    if (!best) throw new NotReplayable();
    const document = await this.policies.document(kept.policyVersion);
    const { offers, ...again } = recommendation(kept.inputs, asOf, policyOf(document));
    // Through the same writing and reading as what was kept.
    const written: KeptRecommendation = JSON.parse(JSON.stringify(again));
    const keys = [
      ...new Set([...Object.keys(written), ...Object.keys(kept.recommendation)]),
    ] as (keyof typeof written)[];
    const differences = keys.filter((key) => !isDeepStrictEqual(written[key], kept.recommendation[key]));
    return {
      differences,
      recommendation: {
        ...shown({ ...again, offers }),
        keptAs: { customerId: Number(customerId), id: Number(decisionId) },
      },
    };
  }
}
