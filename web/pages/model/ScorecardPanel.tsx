import { count, day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { FittedScorecards } from './FittedScorecards.js';
import { ScorecardQuery } from './model.graphql.js';
import classes from './model.module.css';
import { capital } from './model-summary.js';
import { ScorecardTables } from './ScorecardTables.js';

/** The scorecard of default: every row of it, what it assumes, and where it was measured. */
export function ScorecardPanel() {
  const asked = useAsk(ScorecardQuery, {});
  return (
    <section className="stack" aria-labelledby="scorecard">
      <h2 id="scorecard">The scorecard: who will not pay</h2>
      <Faces of={asked} what="the scorecard" skeleton={<Lines count={8} />}>
        {({ scorecard: { measured, ...card } }) => (
          <>
            <Notice>
              <span>
                {card.isFitted ? `${capital(card.source)}.` : 'An expert set these points.'} {card.evidence}
              </span>
            </Notice>
            <p className="muted small">
              {card.version}, since {day(card.from)}. Every customer starts from {card.base} points; each reason adds
              one row of these tables, and nothing else is in it. Habits are weighed against a credit check, or against
              the book while invoices are few; facts of the day count in full.
            </p>
            <ScorecardTables factors={card.factors} />
            <dl className={classes.facts}>
              {measured && (
                <div>
                  <dt>Measured on</dt>
                  <dd>
                    {count(measured.customers)} customers with {count(measured.defaults)} defaults of {measured.on}. AUC{' '}
                    {count(measured.auc, 3)} where the truth itself reaches {count(measured.aucOfTruth, 3)}, KS{' '}
                    {count(measured.ks, 3)}, Brier {count(measured.brier, 3)}, calibration error{' '}
                    {count(measured.calibrationError, 3)}. On a real book expect less.
                  </dd>
                </div>
              )}
              <div>
                <dt>{card.isFitted ? 'Keep in mind' : 'Assumes'}</dt>
                <dd>
                  <ul>
                    {card.assumptions.map((assumption) => (
                      <li key={assumption}>{assumption}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            </dl>
            <FittedScorecards evidence={card.evidence} />
          </>
        )}
      </Faces>
    </section>
  );
}
