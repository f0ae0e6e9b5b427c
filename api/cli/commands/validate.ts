import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { dayOf, delays, type ModelQuality, objections, type ScoreAt } from '../../../analytics/index.js';
import type { DatedInvoice } from '../../lateness/dated-invoices.js';
import { type BookValidation, LatenessService } from '../../lateness/lateness.service.js';
import { csvLine } from '../../shared/csv-line.js';
import { day, endProgress, progress, type Run, UsageError, type Values } from '../usage.js';
import { validateDefault } from '../validate-default.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values) => {
  if (values.default) return validateDefault(values);
  const split = day(values.split, '--split');
  if (split === undefined)
    throw new UsageError('--split DAY says up to which day the model may learn, such as 2026-06-30.');
  const scoreAt = scoreAtOf(values['score-at']);
  return withApp(async (app) => {
    const validation = await app.get(LatenessService).validate(split, scoreAt, progress);
    endProgress();
    if (typeof values.out === 'string') await pipeline(rows(validation), fs.createWriteStream(values.out));
    const against = objections(validation);
    if (values.json) console.log(JSON.stringify(summary(validation, split, values['score-at'] ?? 'issue', against)));
    else print(validation, split, against, values.out);
    return 0;
  });
};

function scoreAtOf(value: Values[string]): ScoreAt {
  if (value === undefined || value === 'issue') return 'issue';
  const days = /^due-(\d{1,3})$/.exec(String(value))?.[1];
  if (days === undefined) {
    throw new UsageError(
      `--score-at takes issue, or due-N such as due-15 for 15 days before due, not “${String(value)}”.`,
    );
  }
  return { daysBeforeDue: Number(days) };
}

const header =
  'customer_number,document_number,scored_on,due_date,p_late,p_late_7,p_late_30,expected_days_late,days_late\n';

function* rows(validation: BookValidation): Generator<string> {
  yield header;
  for (const { invoice, scoredOn, late, late7, late30, expectedDaysLate, daysLate } of validation.predictions) {
    const dated = invoice as DatedInvoice;
    const chances = [late, late7, late30].map((chance) => String(Number(chance.toPrecision(9))));
    yield csvLine([
      validation.customerNumber(dated),
      dated.number,
      dayOf(scoredOn),
      dayOf(invoice.dueOn),
      ...chances,
      String(expectedDaysLate),
      daysLate === null ? '' : String(daysLate),
    ]).replace('\r\n', '\n');
  }
}

const summary = (
  { model, predictions, notScored, copies, holidaysOf, ways }: BookValidation,
  split: string,
  scoreAt: Values[string],
  against: string[],
) => ({
  split,
  scoreAt,
  trainedOn: model.window,
  predicted: predictions.length,
  notScored,
  copies,
  holidaysOf,
  objections: against,
  ways: ways.map(({ way, late, meanAbsoluteError }) => ({
    way,
    late: late.map((quality, i) => ({ moreThanDays: delays[i], ...quality })),
    meanAbsoluteError,
  })),
});

function print(validation: BookValidation, split: string, against: string[], out: Values[string]): void {
  const { model, predictions, notScored, copies, ways, holidaysOf } = validation;
  const { from, invoices, open, leftOut } = model.window;
  console.log(
    `Trained on ${invoices} invoices scored from ${from} to ${split}, ${open} of them open then; ${leftOut} left out for their days or amounts.`,
  );
  console.log(
    `Predicted ${predictions.length} later invoices; ${notScored} were paid before their scoring day, ${copies} are copies.`,
  );
  console.log(holidaysOf ? `Holidays of ${holidaysOf}.` : 'No holidays are known for this book; only weekends count.');
  delays.forEach((days, i) => {
    const cases = ways[0]?.late[i];
    const what = days === 0 ? 'late' : `more than ${days} days late`;
    console.log(`\n${what}: ${cases ? share(cases) : 'nothing known'}`);
    console.log(line(['', 'AUC', 'KS', 'Brier', 'log loss', 'calibration']));
    for (const { way, late } of ways) console.log(line([way, ...figures(late[i] ?? null)]));
  });
  const off = (name: string) => ways.find(({ way }) => way === name)?.meanAbsoluteError?.toFixed(2) ?? '–';
  console.log(
    `\nexpected days late are off by ${off('model')} days on average; the customer’s median so far by ${off('late ratio')}, the book’s by ${off('base rate')}`,
  );
  for (const objection of against) console.log(`\n! ${objection}`);
  if (typeof out === 'string') console.log(`\nWritten to ${out}.`);
}

const share = ({ rate, cases }: ModelQuality) =>
  `${percent(rate)} of ${cases}${rate === 0 || rate === 1 ? '; there is nothing to tell apart' : ''}`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const figure = (value: number | null | undefined) => value?.toFixed(4) ?? '–';
const figures = (quality: ModelQuality | null) =>
  [quality?.auc, quality?.ks, quality?.brier, quality?.logLoss, quality?.calibrationError].map(figure);
const line = ([name = '', ...cells]: string[]) => name.padEnd(16) + cells.map((cell) => cell.padStart(12)).join('');
