import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import type { Person } from './person.entity.js';

/** Roles whose people must have a second factor (`SECOND_FACTOR_FOR`). */
@Injectable()
export class FactorDuty {
  constructor(private readonly config: Config) {}

  /** Whether somebody owes it who came by a password; people of the demo book have none to lose. */
  isOwedBy({ role, hasSecondFactor, isDemo }: Person): boolean {
    return this.config.secondFactorFor.includes(role) && !hasSecondFactor && !isDemo;
  }
}
