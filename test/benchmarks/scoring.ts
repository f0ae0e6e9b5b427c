/** All customers scored and their scores kept, beside only reading the same rows. */

import { to as copyTo } from 'pg-copy-streams';
import { addDays } from '../../analytics/index.js';
import { historiesSql } from '../../api/scoring/histories.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { Sql } from '../../api/shared/sql.js';
import { besideFloor, type Measurement } from './measurement.js';
import { type Program, TODAY } from './stand.js';

const ROUNDS = 3;

export async function scoring(program: Program): Promise<Measurement[]> {
  const sql = program.get(Sql);
  const service = program.get(ScoringService);
  // A day later each time: scoring a day twice would find nothing new to keep. The first round keeps a score of everybody.
  let day = addDays(TODAY, -ROUNDS);
  const { value, floor } = await besideFloor(
    async () => {
      await service.scoreBook(day);
      day = addDays(day, 1);
    },
    () => sql.connection((client) => drain(client.query(copyTo(historiesSql({ asOf: day, knownOn: day }))))),
    ROUNDS,
  );
  return [{ name: 'score-50k', value: value / 1000, unit: 's', floor: floor / 1000, target: 3 }];
}

async function drain(rows: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const chunk of rows) bytes += chunk.length;
  return bytes;
}
