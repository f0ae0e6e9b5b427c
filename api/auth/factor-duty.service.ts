import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { ProgramSql } from '../shared/sql.js';
import type { Person } from './person.entity.js';

/** Roles whose people must have a second factor (`SECOND_FACTOR_FOR`). */
@Injectable()
export class FactorDuty {
  constructor(
    private readonly config: Config,
    private readonly sql: ProgramSql,
  ) {}

  /** Who comes by a provider of identities is asked there; people of the demo book have no password to lose. */
  async isOwedBy({ id, role, hasSecondFactor, isDemo }: Person): Promise<boolean> {
    if (!this.config.secondFactorFor.includes(role) || hasSecondFactor || isDemo) return false;
    const atProvider = await this.sql.prepared('select from person_identity where person_id = $1 limit 1', [id]);
    return atProvider.length === 0;
  }
}
