import fs from 'node:fs';
import { finished } from 'node:stream/promises';
import { BookService } from '../../ledger/book.service.js';
import { ScoringService } from '../../scoring/scoring.service.js';
import { type Command, day, endProgress, progress } from '../usage.js';
import { withApp } from '../with-app.js';

export const score: Command = {
  summary: 'score every customer as of a day',
  help: `npx goodstanding score [--as-of DAY] [--json | --out FILE]

  --as-of DAY  the day, such as 2026-11-22; today when not given. Only what was known on it is used.
  --json       print one object: { asOf, cardVersion, customers, scores: [{ customerNumber, points, grade, pd,
               lateProbability, expectedDaysLate, invoices, isThin, base, reasons: [{ factor, points, sentence }] }] }
  --out FILE   write the same into a file

  Scores are kept and shown on the pages. base + the points of all reasons = the points before they are held to 300–850.`,
  options: { 'as-of': { type: 'string' }, json: { type: 'boolean' }, out: { type: 'string' } },
  async run(values) {
    const given = day(values['as-of'], '--as-of');
    return withApp(async (app) => {
      const asOf = app.get(BookService).asOf(given);
      const scoring = app.get(ScoringService);
      const run = await scoring.scoreBook(asOf, (count) => progress(`${count} customers scored …`));
      endProgress();
      if (values.json || values.out) {
        const out = typeof values.out === 'string' ? fs.createWriteStream(values.out) : process.stdout;
        out.write(
          `{"asOf":${JSON.stringify(asOf)},"cardVersion":${JSON.stringify(run.cardVersion)},"customers":${run.customers},"scores":[`,
        );
        let first = true;
        for await (const row of scoring.scoresOn(asOf)) {
          out.write(`${first ? '\n' : ',\n'}${JSON.stringify(row)}`);
          first = false;
        }
        out.write('\n]}\n');
        if (out !== process.stdout) {
          out.end();
          await finished(out as fs.WriteStream);
        }
      }
      if (!values.json)
        console.log(
          `${run.customers} customers scored as of ${asOf} in ${run.seconds.toFixed(1)} s.${values.out ? ` Written to ${String(values.out)}.` : ''}`,
        );
      return 0;
    });
  },
};
