import { counted } from '../../format.js';
import { Findings } from './Findings.js';
import type { ImportReport } from './import.graphql.js';

export function BadRows({ id, report, isPosted }: { id: string; report: ImportReport; isPosted: boolean }) {
  const rows = counted(report.badRowCount, 'bad row', 'bad rows');
  return (
    <section className="stack" aria-labelledby="bad-rows">
      <div className="head">
        <h3 id="bad-rows">{isPosted ? `${rows} set aside` : rows}</h3>
        <a href={`/imports/${id}/rejected.csv`} download>
          Download the bad rows
        </a>
      </div>
      <Findings label="Bad rows" rows={report.badRows.nodes} count={report.badRowCount} />
    </section>
  );
}
