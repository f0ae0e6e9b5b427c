import { lazy, memo, Suspense, useDeferredValue, useState } from 'react';
import { exponent, money, roundMoney, share, shortAmount, toMajor } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block } from '../../ui/Faces.js';
import sums from '../../ui/sum.module.css';
import { outcomeText } from '../../ui/words.js';
import { choicesAt, curveAt, floorOf, moved, type Offer } from './offers.js';
import type { Recommendation } from './VetPage.js';
import classes from './vet.module.css';

const ProfitByDeposit = lazy(() => import('../../charts/ProfitByDeposit.js'));
const title = 'Which deposit pays best?';

/** Deposit, terms and billing moved by hand: every offer is here already, so the answer is at once. */
export function WhatIf({ recommendation: r }: { recommendation: Recommendation }) {
  const offers = r.offers ?? [];
  const [at, setAt] = useState<Offer | null>(r.best);
  // Figures first; the picture follows.
  const pictured = useDeferredValue(at);
  if (!at || !pictured || !r.best || offers.length === 0) return null;
  const { currency } = r.limit;
  const choices = choicesAt(offers, at);
  const shown = (minor: number) => money({ minor, currency });
  const lever = (name: string, key: keyof typeof choices, text: (value: number) => string) => (
    <Lever
      name={name}
      values={choices[key]}
      value={at[key]}
      text={text}
      onChange={(value) => setAt(moved(offers, at, key, value))}
    />
  );
  return (
    <div className="stack">
      <h3>What if?</h3>
      {lever('Deposit', 'depositShare', (value) => `${share(value)} of the contract`)}
      {lever('Terms', 'termsDays', (value) => (value === 0 ? 'due on receipt' : `net ${value}`))}
      {lever('Invoices', 'billingPeriodDays', (value) => `every ${value} days`)}
      <table className={sums.sum} aria-label="What comes of this offer" aria-live="polite">
        <tbody>
          <Line name="Deposit" value={shown(at.depositMinor)} />
          <Line name="Chance that it is taken (an assumption)" value={share(at.acceptance)} />
          <Line name="At risk when it defaults" value={shown(at.atRiskMinor)} />
          <Line name="Lost of that (an assumption)" value={share(r.lossGivenDefault)} />
          <Line name="Margin" value={shown(at.marginMinor)} />
          <Line name="Expected loss" value={shown(-at.expectedLossMinor)} />
          <Line name="Cost of waiting for the money" value={shown(-at.fundingMinor)} />
          <Line name="Cost of having the customer" value={shown(-at.adminMinor)} />
          <Line name="Expected profit: the chance × what is left" value={shown(at.profitMinor)} />
        </tbody>
      </table>
      <p className="muted small">{verdict(at, r.best)}</p>
      <Curve recommendation={r} at={pictured} />
      <Levers recommendation={r} />
    </div>
  );
}

function verdict(at: Offer, best: Offer): string {
  if (!at.isWithinPolicy) return 'Outside the policy: its floor asks for shorter terms or a higher deposit.';
  if (at.profitMinor === best.profitMinor)
    return 'This is what is recommended: no offer within the policy pays better.';
  return at.isNearlyBest
    ? 'As good as the best, as far as the assumptions can tell.'
    : 'Within the policy; the recommended offer pays better.';
}

type LeverProps = {
  name: string;
  values: number[];
  value: number;
  text: (value: number) => string;
  onChange: (value: number) => void;
};
function Lever({ name, values, value, text, onChange }: LeverProps) {
  return (
    <label className={classes.lever}>
      <span>
        {name}: <b>{text(value)}</b>
      </span>
      <input
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={values.indexOf(value)}
        disabled={values.length < 2}
        aria-valuetext={text(value)}
        onChange={(event) => onChange(values[Number(event.currentTarget.value)] ?? value)}
      />
    </label>
  );
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{value}</td>
  </tr>
);

function floorInWords(curve: readonly Offer[]): string {
  if (!curve.some(({ isWithinPolicy }) => isWithinPolicy)) return ' The policy allows none of these.';
  const floor = floorOf(curve);
  return floor === null ? '' : ` The policy asks for ${share(floor)} at least.`;
}

const Curve = memo(function Curve({ recommendation: r, at }: { recommendation: Recommendation; at: Offer }) {
  const { currency } = r.limit;
  const curve = curveAt(r.offers ?? [], at);
  const most = curve.reduce((best, offer) => (offer.profitMinor > best.profitMinor ? offer : best), at);
  const isBest = (offer: Offer) => offer.profitMinor === r.best?.profitMinor;
  const shown = (minor: number) => money({ minor, currency });
  return (
    <ChartFrame
      title={title}
      summary={`At ${at.termsDays === 0 ? 'payment on receipt' : `net ${at.termsDays}`} and invoices every ${at.billingPeriodDays} days, expected profit is highest, ${roundMoney({ minor: most.profitMinor, currency })}, at ${share(most.depositShare)} in advance. Rings are as good as the best that the policy allows.${floorInWords(curve)}`}
      file="expected-profit-by-deposit"
      figures={{
        head: ['Deposit', 'Chance that it is taken', 'Expected loss', 'Funding', 'Expected profit', 'Policy'],
        rows: curve.map((offer) => [
          { text: share(offer.depositShare), value: offer.depositShare },
          { text: share(offer.acceptance), value: offer.acceptance },
          ...[offer.expectedLossMinor, offer.fundingMinor, offer.profitMinor].map((minor) => ({
            text: shown(minor),
            value: minor,
          })),
          {
            text: offer.isWithinPolicy ? (offer.isNearlyBest ? 'as good as the best' : 'allowed') : 'not allowed',
            value: offer.isWithinPolicy ? 'allowed' : 'not allowed',
          },
        ]),
      }}
    >
      <Suspense fallback={<Block height={220} />}>
        <ProfitByDeposit
          points={curve.map((offer) => ({
            share: offer.depositShare,
            profit: toMajor(offer.profitMinor, currency),
            isBest: isBest(offer),
            isFlat: offer.isNearlyBest,
            readings: [
              ['Expected profit', shown(offer.profitMinor)],
              ['Expected loss', shown(offer.expectedLossMinor)],
              ['Taken by', share(offer.acceptance)],
            ],
          }))}
          floor={floorOf(curve)}
          label={title}
          share={(of) => share(of)}
          amount={(major) => shortAmount(Math.round(major * 10 ** exponent(currency)), currency)}
        />
      </Suspense>
    </ChartFrame>
  );
});

/** What sales can bring about, and what would be recommended then. */
function Levers({ recommendation: r }: { recommendation: Recommendation }) {
  if (r.levers.length === 0) return null;
  return (
    <table className={sums.sum} aria-label="What would change it">
      <caption>What would change it, and the expected profit then</caption>
      <tbody>
        {r.levers.map((lever) => (
          <tr key={`${lever.lever} ${lever.change}`}>
            <th scope="row">
              <b>{lever.change}</b>
              <br />
              <span className="muted">
                {outcomeText[lever.outcome]}:{' '}
                {lever.deposit.minor > 0 ? `${share(lever.depositShare)} in advance` : 'no deposit'},{' '}
                {lever.termsDays === 0 ? 'due on receipt' : `net ${lever.termsDays}`}, invoices every{' '}
                {lever.billingPeriodDays} days, limit {roundMoney(lever.limit)}
              </span>
            </th>
            <td>{roundMoney(lever.profit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
