import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { day, days, money } from '../../format.js';
import { ask as askFor, type ResultOf, useAct, type VariablesOf } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { AskingNotice } from '../../ui/AskingNotice.js';
import { Refused } from '../../ui/Refused.js';
import { useAskUntilAnswered } from '../../ui/use-ask-until-answered.js';
import { WhoIsAsked } from '../../ui/WhoIsAsked.js';
import { outcomeText } from '../../ui/words.js';
import { OfferDialog } from '../vet/OfferDialog.js';
import type { Customer } from './CustomerPage.js';
import { RenewTerms } from './customer.graphql.js';
import { DepositDialog } from './DepositDialog.js';
import classes from './terms.module.css';

type Today = ResultOf<typeof RenewTerms>['renewTerms'];

/** What was agreed beside what we would agree today, and the deposit that goes with it. */
export function TermsPanel({ customer }: { customer: Customer }) {
  const { agreement, depositToRelease: due, currency } = customer;
  const [text, setText] = useState('');
  const [today, setToday] = useState<Today | null>(null);
  const [open, setOpen] = useState<'in' | 'back' | 'offer' | null>(null);
  const act = useAct(RenewTerms, ({ renewTerms }) => setToday(renewTerms));
  const asked = text.trim() === '' ? null : parseAmount(text, currency);
  const isWrong = text.trim() !== '' && (asked === null || asked <= 0);
  const input = (keep: boolean): VariablesOf<typeof RenewTerms>['input'] => ({
    ...{ customerId: customer.id, limitAskedMinor: asked },
    ...(keep && { keep }),
  });
  const ask = (keep: boolean) => act.mutate({ input: input(keep) });
  useAskUntilAnswered(today !== null && !today.decision && today.asking.length > 0, async () => {
    const { renewTerms } = await askFor(RenewTerms, { input: input(false) });
    // Not over what was asked meanwhile.
    setToday((now) => (now === today ? renewTerms : now));
  });
  return (
    <section className="stack" aria-labelledby="terms">
      <h2 id="terms">What is agreed, and what we would agree today</h2>
      <TermsTable agreement={agreement} today={today} />
      {due && (
        <p>
          <b>{money(due.amount)} of the deposit are to be given back.</b> {due.reason}
        </p>
      )}
      {agreement?.releaseRule && !due && <p className="muted small">{agreement.releaseRule}</p>}
      <Allowed to="decisions.vet">
        <form
          className={classes.asking}
          onSubmit={(event) => {
            event.preventDefault();
            ask(false);
          }}
        >
          <TextInput
            label="Limit it asks for"
            description="Leave it empty for what it buys now."
            inputMode="decimal"
            leftSection={<span className="small muted">{currency}</span>}
            leftSectionWidth={46}
            value={text}
            error={isWrong ? 'An amount, such as 12,500.00.' : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setToday(null);
            }}
          />
          <Button type="submit" variant="default" loading={act.isPending} disabled={isWrong}>
            See what we would agree today
          </Button>
        </form>
        <WhoIsAsked
          company={{ registrationNumber: customer.registrationNumber ?? '', country: customer.country ?? '' }}
          button="See what we would agree today"
          isCustomer
        />
        <div aria-live="polite" className="stack">
          <Refused error={act.error} />
          {today && <AskingNotice asking={today.asking} isKept={today.decision !== null} />}
          {today && <Answer today={today} />}
          {today && !today.decision && (
            <div>
              <Button loading={act.isPending} onClick={() => ask(true)}>
                Keep it as a decision
              </Button>
            </div>
          )}
          {today?.decision && today.recommendation.outcome.startsWith('APPROVE') && (
            <div>
              <Button onClick={() => setOpen('offer')}>Say what became of the offer</Button>
            </div>
          )}
        </div>
      </Allowed>
      <Allowed to="deposits.handle">
        <div className="row">
          <Button variant="default" onClick={() => setOpen('in')}>
            Note a deposit
          </Button>
          {customer.depositHeld && customer.depositHeld.minor > 0 && (
            <Button variant="default" onClick={() => setOpen('back')}>
              Give the deposit back
            </Button>
          )}
        </div>
      </Allowed>
      {(open === 'in' || open === 'back') && (
        <DepositDialog customer={customer} isBack={open === 'back'} onClose={() => setOpen(null)} />
      )}
      {open === 'offer' && today?.decision && (
        <OfferDialog
          decision={{ id: today.decision.id, customer, recommendation: today.recommendation }}
          onClose={() => {
            setOpen(null);
            setToday(null);
          }}
        />
      )}
    </section>
  );
}

function Answer({ today: { askedSentence, recommendation: of } }: { today: Today }) {
  const steadied = of.reasons.find(({ factor }) => factor === 'as-agreed');
  const reasons = [...new Set([...(steadied ? [steadied.sentence] : []), ...of.principalReasons])];
  return (
    <>
      <p>
        <b>{outcomeText[of.outcome]}.</b> {askedSentence}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}

const none = '–';

function TermsTable({ agreement: was, today }: { agreement: Customer['agreement']; today: Today | null }) {
  const is = today?.recommendation;
  const rows = [
    ['Limit', was && money(was.limit), is && money(is.limit)],
    ['Terms', was && days(was.termsDays), is && days(is.termsDays)],
    [
      'Invoices every',
      was?.billingPeriodDays && days(was.billingPeriodDays),
      is?.billingPeriodDays && days(is.billingPeriodDays),
    ],
    ['Deposit', was && money(was.deposit), is && money(is.deposit)],
    ['Reminders', was?.reminderLadder, is?.reminderLadder],
  ] as const;
  return (
    <table className={classes.terms} aria-label="Agreed, and today">
      <thead>
        <tr>
          <td />
          <th scope="col">{was ? `Agreed on ${day(was.agreedOn)}` : 'Nothing agreed yet'}</th>
          <th scope="col">Today</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, agreed, now]) => (
          <tr key={name} data-changed={(was && is && agreed !== now) || undefined}>
            <th scope="row">{name}</th>
            <td>{agreed || none}</td>
            <td>{now || none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
