import { share } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Faces, Lines } from '../../ui/Faces.js';
import sums from '../../ui/sum.module.css';
import { AcceptanceQuery } from './vet.graphql.js';
import classes from './vet.module.css';

/** How many of our offers were taken by their deposit, beside what was assumed. */
export function AcceptanceByDeposit() {
  return (
    <Allowed to="portfolio.read">
      <Counted />
    </Allowed>
  );
}

function Counted() {
  const asked = useAsk(AcceptanceQuery, {});
  return (
    <section className="stack" aria-labelledby="acceptance">
      <h2 id="acceptance">Are offers with a deposit taken?</h2>
      <Faces
        of={asked}
        what="the offers"
        skeleton={<Lines count={3} />}
        isEmpty={({ acceptanceByDeposit }) => acceptanceByDeposit.every(({ offers }) => offers === 0)}
        empty="Nobody has told yet what became of an offer. Until then the policy’s assumption is all there is."
      >
        {({ acceptanceByDeposit }) => (
          <table className={`${sums.sum} ${classes.counted}`} aria-label="Offers taken by their deposit">
            <thead>
              <tr>
                <th scope="col">Deposit, of the contract</th>
                <th scope="col">Taken</th>
                <th scope="col">Assumed</th>
              </tr>
            </thead>
            <tbody>
              {acceptanceByDeposit
                .filter(({ offers }) => offers > 0)
                .map(({ above, upTo, offers, accepted, assumed }) => (
                  <tr key={upTo}>
                    <th scope="row">{upTo === 0 ? 'none' : `above ${share(above)} up to ${share(upTo)}`}</th>
                    <td>
                      {accepted} of {offers}
                    </td>
                    <td>{share(assumed)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Faces>
    </section>
  );
}
