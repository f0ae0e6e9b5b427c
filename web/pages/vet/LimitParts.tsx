import { money } from '../../format.js';
import sums from '../../ui/sum.module.css';
import type { Recommendation } from './VetPage.js';
import classes from './vet.module.css';

/** Where the limit comes from, and which of its bounds it is. */
export function LimitParts({ recommendation: r }: { recommendation: Recommendation }) {
  return (
    <div className="stack">
      <h3>Where the limit comes from</h3>
      <table className={sums.sum} aria-label="Bounds of the limit">
        <tbody>
          {r.limitParts.map((part) => (
            <tr key={part.name} data-binding={part.isBinding || undefined}>
              <th scope="row">
                <b>{part.name}</b>
                {part.isBinding && <span className={classes.binding}>this one binds</span>}
                <br />
                <span className="muted">{part.explanation}</span>
              </th>
              <td>{part.amount ? money(part.amount) : 'not computable'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>What is at stake</h3>
      <table className={sums.sum} aria-label="What is at stake">
        <tbody>
          <Line name="Needed for normal running" value={money(r.requiredExposure)} />
          <Line name="The most that could be lost before we stop supplying" value={money(r.exposureAtDefault)} />
          <Line name="Expected loss in a year, without a deposit" value={money(r.expectedLoss)} />
        </tbody>
      </table>
    </div>
  );
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{value}</td>
  </tr>
);
