import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { chanceInWords, money, points, share } from '../../format.js';
import { Failure } from '../../graphql.js';
import { AskingNotice } from '../../ui/AskingNotice.js';
import { Go } from '../../ui/Go.js';
import { GradeMark } from '../../ui/GradeMark.js';
import sums from '../../ui/sum.module.css';
import { outcomeText } from '../../ui/words.js';
import { type Company, Findings } from './Findings.js';
import { LimitParts } from './LimitParts.js';
import { standsOn } from './stands-on.js';
import type { Recommendation } from './VetPage.js';
import classes from './vet.module.css';
import { WhatIf } from './WhatIf.js';

type Props = {
  recommendation: Recommendation | null;
  decision: { id: string; customer: { id: string; name: string } } | null;
  /** Who was asked by itself and has not answered yet. */
  asking: readonly string[];
  error: unknown;
  isBusy: boolean;
  /** As it was vetted. */
  company: Company;
  isStale: boolean;
  /** Something is assumed otherwise than the policy: to be looked at, not kept. */
  isWhatIf: boolean;
  onKeep: () => void;
};

export function RecommendationPanel({
  recommendation: r,
  decision,
  asking,
  error,
  company,
  isBusy,
  isStale,
  isWhatIf,
  onKeep,
}: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (r || error) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [r, error]);
  return (
    <section ref={panel} className={classes.result} aria-label="Recommendation" aria-live="polite" aria-busy={isBusy}>
      {error ? (
        <div role="alert">
          <h2>No recommendation</h2>
          <p>{error instanceof Failure ? error.message : 'Something went wrong.'} The draft stands as it is.</p>
        </div>
      ) : null}
      {!error && !r && (
        <div className="muted">
          <h2>The recommendation appears here</h2>
          <p>Limit, deposit and terms, with the reasons and the arithmetic. No decision is kept until you say so.</p>
        </div>
      )}
      {r && !error && (
        <>
          <h2 className={classes.outcome}>{outcomeText[r.outcome]}</h2>
          <AskingNotice asking={asking} isKept={decision !== null} />
          {r.hardRule && <p>{r.hardRule}</p>}
          {isWhatIf && (
            <p className="muted">
              A what-if: something is assumed otherwise than the policy. Take it back to keep one.
            </p>
          )}
          {isStale && <p className="muted">The form has changed since. Press “Recommend” to ask again.</p>}
          {r.outcome === 'DECLINE' ? (
            <p>Nothing is supplied on credit: what it buys is paid before supply.</p>
          ) : (
            <dl className={classes.offer}>
              <Offer name="Limit" value={money(r.limit)} />
              <Offer
                name="Deposit"
                value={r.deposit.minor > 0 ? money(r.deposit) : 'none'}
                note={r.deposit.minor > 0 ? `${share(r.depositShare)} of the contract` : undefined}
              />
              <Offer
                name="Terms"
                value={r.paymentTerms}
                note={r.billingPeriodDays ? `invoices every ${r.billingPeriodDays} days` : undefined}
              />
            </dl>
          )}
          {r.principalReasons.length > 0 && !r.hardRule && (
            <ol className={classes.notes} aria-label="The reasons that weigh most">
              {r.principalReasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ol>
          )}
          {r.notes.length > 0 && (
            <ul className={classes.notes}>
              {r.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <Findings
            findings={r.findings.filter(({ entry, sentence }) => entry || !r.principalReasons.includes(sentence))}
            company={company}
          />
          {r.outcome !== 'DECLINE' && (r.instruments.length > 0 || r.releaseRule || r.reminderLadder) && (
            <div>
              <h3>What goes with it</h3>
              <ul className={classes.notes}>
                {r.instruments.map(({ key, title, reason }) => (
                  <li key={key}>
                    <b>{title}.</b> {reason}
                  </li>
                ))}
                {r.releaseRule && <li>{r.releaseRule}</li>}
                {r.reminderLadder && (
                  <li>
                    <b>Reminders: {r.reminderLadder}.</b> How it is reminded until its own payments say otherwise.
                  </li>
                )}
              </ul>
            </div>
          )}
          {r.outcome !== 'DECLINE' && (
            <WhatIf key={`${r.best?.profitMinor} ${r.pd} ${r.limit.minor}`} recommendation={r} />
          )}
          <Reasons recommendation={r} />
          <LimitParts recommendation={r} />
          {decision ? (
            <p role="status">
              Kept. <Go to={`/customers/${decision.customer.id}`}>Open {decision.customer.name}</Go>
              {r.evidence && r.evidence.invoices > 0 ? '.' : ', now a prospect.'}
            </p>
          ) : (
            <div className="stack">
              <div>
                <Button size="sm" loading={isBusy} disabled={isStale || isWhatIf} onClick={onKeep}>
                  Keep this decision
                </Button>
              </div>
              <p className="muted small">
                Keeps what it saw, the rules ({r.policyVersion}) and the scorecard ({r.cardVersion})
                {r.evidence && r.evidence.invoices > 0 ? '.' : ', and makes the company a prospect.'}
              </p>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Offer({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {note && <dd className="muted small">{note}</dd>}
    </div>
  );
}

function Reasons({ recommendation: r }: { recommendation: Recommendation }) {
  return (
    <div>
      <p className="row">
        <GradeMark grade={r.grade} />
        <b>{r.points} points</b>
        <span className="muted">
          {chanceInWords(r.pd)} default in a year
          {r.evidence && `, between ${share(r.evidence.pdLow)} and ${share(r.evidence.pdHigh)} as far as can be told`}
        </span>
      </p>
      {r.evidence && <p className="muted small">{standsOn(r.evidence)}</p>}
      <table className={sums.sum} aria-label="The reasons, and how their points add up">
        <tbody>
          <tr>
            <th scope="row">Every company starts from</th>
            <td>{r.base}</td>
          </tr>
          {r.reasons.map((reason) => (
            <tr key={reason.factor}>
              <th scope="row">{reason.sentence}</th>
              <td>{points(reason.points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
