import { BookService } from '../ledger/book.service.js';
import { DefaultTraining, type FittedDefault } from '../scoring/train-default.service.js';
import { day, endProgress, progress, UsageError, type Values } from './usage.js';
import { withApp } from './with-app.js';

/** The scorecard of who will not pay, fitted and measured, and nothing kept of it. */
export function validateDefault(values: Values): Promise<number> {
  for (const name of ['split', 'score-at', 'out'])
    if (values[name] !== undefined)
      throw new UsageError(
        `--${name} is about who will pay late. With --default the past days follow from --as-of DAY, one a year.`,
      );
  const given = day(values['as-of'], '--as-of');
  return withApp(async (app) => {
    const asOf = given ?? (await app.get(BookService).book()).suggestedAsOf;
    const fitted = await app.get(DefaultTraining).fit(asOf, progress);
    endProgress();
    if (values.json) console.log(JSON.stringify(summary(fitted, asOf)));
    else print(fitted);
    return 0;
  });
}

function summary({ artefact, beside, lift, parts, objections }: FittedDefault, asOf: string) {
  const { days, validation } = artefact;
  const { measuredOn, customers, defaults, ways, drift } = validation;
  const { version, ...inForce } = beside;
  return {
    kind: 'default',
    asOf,
    days,
    measuredOn,
    customers,
    defaults,
    ways: [...ways, { ...inForce, way: version }],
    lift,
    parts,
    drift,
    objections,
  };
}

function print({ artefact, beside, lift, parts, objections }: FittedDefault): void {
  const { days, validation } = artefact;
  const { measuredOn, customers, defaults, ways, drift } = validation;
  const fittedOn = days.reduce((sum, { defaults: of }) => sum + of, 0);
  console.log(`Fitted on ${fittedOn} defaults after ${days.map(({ on }) => on).join(', ')}.`);
  console.log(
    `Measured on ${customers} customers as of ${measuredOn}, of whom ${defaults} defaulted within a year. Nothing is kept.`,
  );
  console.log(`\n${line(['', 'AUC', 'Gini', 'KS', 'Brier', 'log loss', 'calibration'])}`);
  for (const way of [...ways, { ...beside, way: beside.version }])
    console.log(
      line([
        way.way,
        ...[way.auc, way.gini, way.ks, way.brier, way.logLoss, way.calibrationError].map((of) => of?.toFixed(4) ?? '–'),
      ]),
    );
  console.log(`\n${line(['likeliest first', 'customers', 'defaulted', 'lift', 'found so far'])}`);
  lift.forEach(({ cases, rate, lift: times, foundSoFar }, i) => {
    console.log(line([`tenth ${i + 1}`, String(cases), percent(rate), times.toFixed(2), percent(foundSoFar)]));
  });
  console.log(`\n${line(['part of the book', 'customers', 'defaults', 'told', 'AUC'])}`);
  for (const { by, name, customers: of, defaults: came, told, auc } of parts)
    console.log(
      line([`${by}: ${name}`, String(of), String(came), told.toFixed(1), auc?.toFixed(4) ?? 'too few defaults']),
    );
  console.log(`\n${line(['points moved', 'customers', 'PSI'])}`);
  for (const { on, cases, stability } of drift) console.log(line([on, String(cases), stability.toFixed(3)]));
  for (const objection of objections) console.log(`\n! ${objection}`);
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const line = ([name = '', ...cells]: string[]) => name.padEnd(36) + cells.map((cell) => cell.padStart(18)).join('');
