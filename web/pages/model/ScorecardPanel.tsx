import { count, day, points } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { ScorecardQuery } from './model.graphql.js';
import classes from './model.module.css';

/** The scorecard of default: every row of it, what it assumes, and where it was measured. */
export function ScorecardPanel() {
  const asked = useAsk(ScorecardQuery, {});
  return (
    <section className="stack" aria-labelledby="scorecard">
      <h2 id="scorecard">The scorecard: who will not pay</h2>
      <Faces of={asked} what="the scorecard" skeleton={<Lines count={8} />}>
        {({ scorecard: { measured, ...card } }) => (
          <>
            {!card.isFitted && (
              <Notice>
                <span>An expert set these points. {card.evidence}</span>
              </Notice>
            )}
            <p className="muted small">
              {card.version}, since {day(card.from)}. Every customer starts from {card.base} points; each reason adds
              one row of these tables, and nothing else is in it. Habits are weighed against a credit check, or against
              the book while invoices are few; facts of the day count in full.
            </p>
            <div className={classes.tables}>
              {card.factors.map((factor) => (
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
            <dl className={classes.facts}>
              <div>
                <dt>Measured on</dt>
                <dd>
                  {count(measured.customers)} customers with {count(measured.defaults)} defaults of {measured.on}. AUC{' '}
                  {count(measured.auc, 3)} where the truth itself reaches {count(measured.aucOfTruth, 3)}, KS{' '}
                  {count(measured.ks, 3)}, Brier {count(measured.brier, 3)}, calibration error{' '}
                  {count(measured.calibrationError, 3)}. On a real book expect less.
                </dd>
              </div>
              <div>
                <dt>Assumes</dt>
                <dd>
                  <ul>
                    {card.assumptions.map((assumption) => (
                      <li key={assumption}>{assumption}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            </dl>
          </>
        )}
      </Faces>
    </section>
  );
}
