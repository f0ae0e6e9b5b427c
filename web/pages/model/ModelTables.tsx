import { count } from '../../format.js';
import type { Card } from './model.graphql.js';
import classes from './model.module.css';

/** What is printed is the model: by which rules habits are counted, and what moves them. */
export function ModelTables({ habit, tables }: Pick<Card, 'habit' | 'tables'>) {
  const parts = [...new Set(tables.map(({ moves }) => moves))];
  return (
    <section className="stack" aria-labelledby="tables">
      <h2 id="tables">The model itself</h2>
      <p className="muted small">
        The habit of each customer, counted from its invoices by the rules that follow, moved by the rows of these
        tables: nothing else is in it. A row adds its log-odds; 0 moves nothing, and +0.7 doubles the odds.
      </p>
      <h3>How the habit of a customer is counted</h3>
      <ol className="small">
        {habit.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      {parts.map((part) => (
        <div key={part} className="stack">
          <h3>What moves {part}</h3>
          <div className={classes.tables}>
            {tables
              .filter(({ moves }) => moves === part)
              .map((table) => (
                <details key={table.term} className={classes.term}>
                  <summary>{table.title}</summary>
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">Reading</th>
                        <th scope="col">Log-odds</th>
                      </tr>
                    </thead>
                    <tbody>
                      {table.rows.map((row) => (
                        <tr key={row.reading}>
                          <th scope="row">{row.reading}</th>
                          <td>{count(row.effect, 3)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </details>
              ))}
          </div>
        </div>
      ))}
    </section>
  );
}
