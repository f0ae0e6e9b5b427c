import { chanceInWords, counted, day, days, paidText, points, share } from '../../format.js';
import { Definition } from '../../ui/Definition.js';
import { GradeMark } from '../../ui/GradeMark.js';
import { Notice } from '../../ui/Notice.js';
import { NotScored } from '../../ui/NotScored.js';
import sums from '../../ui/sum.module.css';
import type { Customer, Reviews } from './CustomerPage.js';
import classes from './customer.module.css';
import { pointsLine } from './points-line.js';
import { ScoreReviews } from './ScoreReviews.js';

type Score = NonNullable<Customer['score']>;

interface Shown {
  customer: Customer;
  reviews: Reviews;
  /** Why the points are what they are: how many defaults the book has seen. */
  evidence: string;
  asOf: string;
}

export function ScorePanel({ customer, reviews, evidence, asOf }: Shown) {
  const { score } = customer;
  return (
    <section className={classes.score} aria-labelledby="score">
      <h2 id="score">Will it pay, and on time?</h2>
      {score ? (
        <>
          {score.standsBecause && <Notice tone="warn">{score.standsBecause}</Notice>}
          <Scored score={score} late={customer.chanceOfLate} />
          <p className="muted small">{evidence}</p>
          <ScoreReviews id={customer.id} reviews={reviews} notice={customer.scoreNotice} />
        </>
      ) : (
        <>
          <NotScored />
          <p className="muted">No score as of {asOf}: it needs at least one invoice before the scoring.</p>
        </>
      )}
    </section>
  );
}

function Scored({ score, late }: { score: Score; late: Customer['chanceOfLate'] }) {
  const line = pointsLine(score);
  return (
    <>
      <div className={classes.total}>
        <GradeMark grade={score.grade} isThin={score.isThin} />
        <b>{score.points}</b>
        <span className="muted">
          <Definition term="points">
            300 to 850. 600 points are odds of 50 to 1 of not defaulting within a year; every 20 points double them.
          </Definition>
          , grade {score.grade}
        </span>
      </div>
      <p>
        Of customers like this one, {chanceInWords(score.pd)} default in a year
        {score.pdRange &&
          `, between ${share(score.pdRange.low)} and ${share(score.pdRange.high)} as far as can be told`}
        . {late?.isByModel ? lateByModel(late) : lateByScore(score)}
      </p>
      <p className="muted small">
        Scored on {day(score.scoredOn)} from {counted(score.invoices, 'invoice', 'invoices')}.
        {score.knownOn > score.scoredOn &&
          ` The ledger ends there; credit checks and reviews up to ${day(score.knownOn)} count as well.`}
        {score.blend && ` ${score.blend.sentence}; the credit check was ${days(score.blend.ageDays)} old.`}
        {score.isThin &&
          !score.blend &&
          ' That is few: the score leans on how the whole book pays, and will move as more are paid.'}
      </p>
      {score.isTooThin && (
        <Notice tone="warn">
          <span>Too little is known of it, by us and by others, for a machine: a person decides.</span>
        </Notice>
      )}
      <table className={sums.sum} aria-label="The reasons, and how their points add up">
        <tbody>
          <tr>
            <th scope="row">Every customer starts from</th>
            <td>{score.base}</td>
          </tr>
          {score.reasons.map((reason) => (
            <tr key={reason.factor}>
              <th scope="row">{reason.sentence}</th>
              <td>{points(reason.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{line.text}</th>
            <td>{score.points}</td>
          </tr>
        </tfoot>
      </table>
      {score.nextGrade && (
        <>
          <h3>What would make it grade {score.nextGrade.grade}</h3>
          <ul className={classes.plain}>
            {score.nextGrade.changes.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** One chance of late: that of the model where it was asked about something open, else that of the scorecard. */
function lateByModel({ share: late, invoices }: NonNullable<Customer['chanceOfLate']>): string {
  const of =
    invoices === 1
      ? 'The open invoice that is not due yet is'
      : `Of ${invoices} open invoices that are not due yet each is`;
  return `${of} paid late with a chance of ${share(late)}${invoices === 1 ? '' : ' on average'}, by the model of lateness.`;
}

function lateByScore({ lateProbability, expectedDaysLate }: Score): string {
  return `The next invoice is paid late with a chance of ${share(lateProbability)} by the scorecard, ${expected(expectedDaysLate)}.`;
}

function expected(daysLate: number): string {
  const rounded = Math.round(daysLate);
  return rounded > 0 ? `by ${days(rounded)} if it pays as usual` : `and usually ${paidText(rounded)}`;
}
