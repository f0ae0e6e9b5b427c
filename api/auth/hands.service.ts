import { Injectable } from '@nestjs/common';
import { caller } from '../shared/caller.js';
import { ProgramSql } from '../shared/sql.js';
import { OneHand } from './auth.errors.js';

/** Whose account is whose: where two people decide, two accounts of one hand are one. */
@Injectable()
export class Hands {
  constructor(private readonly sql: ProgramSql) {}

  /** Who asks is another than the person given, and neither was in the hand of the other, nor both in that of a third. */
  async mustBeAnother(personId: number): Promise<void> {
    const same = await this.sql.one<{ name: string }>(
      `select other.name from person me join person other on other.id = $2 where me.id = $1 and (
          coalesce(me.in_hand_of_id, me.id) = coalesce(other.in_hand_of_id, other.id)
          or me.added_by_id = other.id or other.added_by_id = me.id)`,
      [caller().personId, personId],
    );
    if (same) throw new OneHand(same.name);
  }
}
