import path from 'node:path';
import { countInWords, toMajor } from '../../../analytics/index.js';
import { formatsInWords } from '../../imports/formats/formats-in-words.js';
import type { ImportReport } from '../../imports/import.view.js';
import { ImportsService } from '../../imports/imports.service.js';
import { Jobs } from '../../jobs/jobs.service.js';
import { manual } from '../manual.js';
import { endProgress, oneOf, progress, type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values, positionals) => {
  if (values.formats) {
    if (positionals.length > 0) throw new UsageError(`--formats takes no files.\n\n${manual.import.help}`);
    console.log(formatsInWords());
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Say which files to import.\n\n${manual.import.help}`);
  const dateOrder = oneOf(values['date-order'], '--date-order', ['day-month', 'month-day'] as const);
  const decimalSign = oneOf(values.decimal, '--decimal', ['.', ','] as const);
  return withApp(async (app) => {
    const files = positionals.map((file) => ({ path: path.resolve(file), name: path.basename(file) }));
    const report = await app.get(ImportsService).run(files, {
      dryRun: values['dry-run'] === true,
      acceptGood: values['accept-good'] === true,
      keepDemo: values['keep-demo'] === true,
      dateOrder,
      decimalSign,
      currency: typeof values.currency === 'string' ? values.currency.toUpperCase() : undefined,
      onProgress: ({ phase, done, total }) => progress(`${phase} … ${Math.round((100 * done) / Math.max(1, total))} %`),
    });
    // What the import set off, the scoring of the book, is done before the command ends.
    if (report.isPosted) await app.get(Jobs).drain();
    endProgress();
    console.log(values.json ? JSON.stringify(report) : inWords(report));
    const refused = report.badRowCount > 0 && values['accept-good'] !== true;
    if (refused) console.error(whatNow(report, values['dry-run'] === true));
    return refused ? 1 : 0;
  });
};

const kinds = ['customers', 'invoices', 'credits', 'allocations', 'rates'] as const;

/** What to do about an import that bad rows keep out. */
function whatNow(report: ImportReport, isDryRun: boolean): string {
  const bad = report.badRowCount === 1 ? 'One row is bad' : `${report.badRowCount} rows are bad`;
  const so = isDryRun ? 'nothing would be imported' : 'nothing was imported';
  const hasGood = kinds.some((kind) => report[kind].added + report[kind].updated > 0);
  const otherwise = hasGood ? ', or import the good rows and set the bad ones aside with --accept-good' : '';
  return `${bad}, so ${so}. Correct the file${otherwise}.`;
}

function inWords(report: ImportReport): string {
  const counts = kinds
    .map((kind) => ({ kind, ...report[kind] }))
    .filter(({ added, unchanged, updated }) => added + unchanged + updated > 0)
    .map(
      ({ kind, added, unchanged, updated }) =>
        `  ${kind.padEnd(11)} ${added} new, ${updated} updated, ${unchanged} unchanged`,
    );
  const totals = report.totals.map(
    ({ currency, invoices, open }) =>
      `  ${currency}: invoices ${toMajor(invoices, currency)}, of which open ${toMajor(open, currency)}`,
  );
  const shown = (rows: ImportReport['badRows']) =>
    rows
      .slice(0, 20)
      .map(
        ({ file, line, column, value, sentence }) =>
          `  ${file}, line ${line}${column ? `, ${column}` : ''}${value ? ` “${value}”` : ''}: ${sentence}`,
      );
  const bad =
    report.badRowCount > 0
      ? [
          `${countInWords(report.badRowCount, 'bad row')}:`,
          ...shown(report.badRows),
          ...(report.rejectedFiles.length > 0
            ? [`  All of them: ${report.rejectedFiles.map(({ path }) => path).join(', ')}`]
            : []),
        ]
      : [];
  const demo =
    report.isPosted && report.removesDemoBook
      ? [
          'The demo book is gone, and nobody comes in by one click any more: make the first person with “npx goodstanding people add”.',
        ]
      : [];
  const warnings =
    report.warningCount > 0 ? [`${countInWords(report.warningCount, 'warning')}:`, ...shown(report.warnings)] : [];
  const said = report.isPosted ? `Imported in ${report.seconds} s:` : 'Nothing was imported. What the files hold:';
  return [said, ...counts, ...totals, ...demo, ...bad, ...warnings].join('\n');
}
