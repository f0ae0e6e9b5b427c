import { Injectable } from '@nestjs/common';
import { defaultsNeeded, expertCard } from '../../analytics/index.js';
import { KeptModels } from '../models/kept-models.service.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import type { DefaultDefinition, DefaultEvidence } from './defaults.view.js';

const columns = `valid_on as "validOn", days_past_due as "daysPastDue", floor_major as "floorMajor", counts_insolvency as "countsInsolvency",
  counts_write_off as "countsWriteOff", counts_handed_over as "countsHandedOver", reason, set_by as "setBy", approved_by as "approvedBy"`;

/** What counts as a default, and how much the book says of it. The counts are of the whole book, whoever asks. */
@Injectable()
export class DefaultDefinitions {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly kept: KeptModels,
  ) {}

  async inForce(on = this.clock.today()): Promise<DefaultDefinition> {
    const found = await this.sql.one<DefaultDefinition>(
      `select ${columns} from default_definition where valid_on <= $1 order by valid_on desc limit 1`,
      [on],
    );
    if (!found) throw new Error('the table default_definition has lost its first row');
    return found;
  }

  /** From when on something holds where nobody says. */
  today(): string {
    return this.clock.today();
  }

  async evidence(): Promise<DefaultEvidence> {
    const [definition, champion, counted] = await Promise.all([
      this.inForce(),
      this.kept.in('default', 'champion'),
      this.sql.one<{ n: number }>('select count(distinct customer_id) as n from default_event'),
    ]);
    const factors = expertCard.factors.length;
    const [customers, needed] = [counted?.n ?? 0, defaultsNeeded(factors)];
    const isEnough = customers >= needed;
    const seen = `${customers} of the ${needed} defaults that fitting takes (20 for each of ${factors + 1} figures) are in this book`;
    const sentence = champion
      ? `Points were fitted on this book; ${seen}.`
      : isEnough
        ? `Points are set by judgment; ${seen}: npx goodstanding train --default says whether they lie where fitting and measuring need them.`
        : `Points are set by judgment, not fitted: ${seen}.`;
    return { definition, customers, needed, isEnough, sentence };
  }
}
