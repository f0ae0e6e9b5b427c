import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { countInWords } from '../../../analytics/index.js';
import { BookService } from '../../ledger/book.service.js';
import { ScoringService } from '../../scoring/scoring.service.js';
import { day, endProgress, progress, type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values) => {
  const given = day(values['as-of'], '--as-of');
  if (values.json && values.out) throw new UsageError('--json prints and --out writes a file: give one of them.');
  return withApp(async (app) => {
    const asOf = app.get(BookService).asOf(given);
    const scoring = app.get(ScoringService);
    const run = await scoring.scoreBookOf(asOf, (count) => progress(`${count} customers scored …`));
    endProgress();
    if (values.json || values.out) {
      const pieces = async function* () {
        yield `{"asOf":${JSON.stringify(asOf)},"cardVersion":${JSON.stringify(run.cardVersion)},"customers":${run.customers},"scores":[`;
        let before = '\n';
        for await (const row of scoring.scoresOn(asOf)) {
          yield before + JSON.stringify(row);
          before = ',\n';
        }
        yield '\n]}\n';
      };
      if (typeof values.out === 'string') await pipeline(pieces, fs.createWriteStream(values.out));
      else await pipeline(pieces, process.stdout, { end: false });
    }
    if (!values.json)
      console.log(
        `${countInWords(run.customers, 'customer')} scored as of ${asOf} in ${run.seconds.toFixed(1)} s.${values.out ? ` Written to ${String(values.out)}.` : ''}`,
      );
    return 0;
  });
};
