import { amount, count, counted } from '../../format.js';
import { BadRows } from './BadRows.js';
import { changed, countedThings } from './counts.js';
import { Findings } from './Findings.js';
import type { ImportReport } from './import.graphql.js';
import classes from './report.module.css';

type Props = { id: string; report: ImportReport; isPosted: boolean };

/** What is in the files, measured against the book. */
export function Report({ id, report, isPosted }: Props) {
  return (
    <div className={classes.parts}>
      <div className={classes.report}>
        <Counts report={report} isPosted={isPosted} />
        {report.totals.length > 0 && <Totals report={report} />}
      </div>
      {report.badRowCount > 0 && <BadRows id={id} report={report} isPosted={isPosted} />}
      {report.warningCount > 0 && (
        <details className={classes.warnings}>
          <summary>{counted(report.warningCount, 'warning', 'warnings')}: taken as they are, worth a look</summary>
          <Findings label="Warnings" rows={report.warnings.nodes} count={report.warningCount} />
        </details>
      )}
    </div>
  );
}

function Counts({ report, isPosted }: Omit<Props, 'id'>) {
  const rows = countedThings.filter(({ key }) => {
    const { added, updated, unchanged } = report[key];
    return added + updated + unchanged > 0;
  });
  return (
    <table className={classes.figures}>
      <caption>{isPosted ? 'What was written' : 'What would be written'}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">New</th>
          <th scope="col">Updated</th>
          <th scope="col">Unchanged</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <td>{count(report[key].added)}</td>
            <td>{count(report[key].updated)}</td>
            <td>{count(report[key].unchanged)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">New and updated</th>
          <td>{count(changed(report))}</td>
          <td />
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Totals({ report }: { report: ImportReport }) {
  return (
    <table className={classes.figures}>
      <caption>Totals of the files, to compare with your own system</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Invoices</th>
          <th scope="col">Credits</th>
          <th scope="col">Open</th>
        </tr>
      </thead>
      <tbody>
        {report.totals.map(({ currency, invoices, credits, open }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td>{amount(invoices, currency)}</td>
            <td>{amount(credits, currency)}</td>
            <td>{amount(open, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
