import { points } from '../../format.js';
import type { Scorecard } from './model.graphql.js';
import classes from './model.module.css';

/** Every row of a scorecard: the printed table is the card. */
export function ScorecardTables({ factors }: Pick<Scorecard, 'factors'>) {
  return (
    <div className={classes.tables}>
      {factors.map((factor) => (
        <details key={factor.key} className={classes.term}>
          <summary>
            {factor.title} <span className="muted small">{factor.isHabit ? 'habit' : 'fact of the day'}</span>
          </summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Reading</th>
                <th scope="col">Points</th>
              </tr>
            </thead>
            <tbody>
              {factor.rows.map((row) => (
                <tr key={row.reading}>
                  <th scope="row">{row.reading}</th>
                  <td>{points(row.points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </div>
  );
}
