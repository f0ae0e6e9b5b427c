import { day } from '../../format.js';
import { Go } from '../../ui/Go.js';
import type { ImportReport } from './import.graphql.js';

/** What to look at now. */
export function Posted({ id, report }: { id: string; report: ImportReport }) {
  const on = report.suggestedAsOf;
  return (
    <p>
      <Go to="/" with={{ asOf: on }}>
        Open the portfolio{on && ` as of ${day(on)}`}
      </Go>
      {report.badRowCount > 0 && (
        <>
          {' or '}
          <a href={`/imports/${id}/rejected.csv`} download>
            download the rows set aside
          </a>
          , correct them and drop that file here
        </>
      )}
      .
    </p>
  );
}
