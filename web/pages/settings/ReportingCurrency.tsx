import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useBook } from '../../as-of.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { currencyChoices } from './currency-choices.js';
import { SetReportingCurrency } from './settings.graphql.js';
import classes from './settings.module.css';

/** Changes every total on every page, so it says first what it does. */
export function ReportingCurrency() {
  const { reportingCurrency: now, currencies } = useBook();
  const [chosen, setChosen] = useState('');
  const [isAsking, setAsking] = useState(false);
  const say = useSay();
  const next = chosen || now;
  const choices = useMemo(() => currencyChoices([...new Set([now, ...currencies])]), [now, currencies]);
  const act = useAct(SetReportingCurrency, ({ setReportingCurrency: book }) => {
    const without = book.currenciesWithoutRate;
    say(
      `Totals are now in ${book.reportingCurrency}; they were in ${now}. ${
        without.length > 0 ? `Enter a rate for ${without.join(', ')}: until then it is in no total.` : ''
      }`,
    );
    setChosen('');
    setAsking(false);
  });
  return (
    <section className="stack" aria-labelledby="reporting-currency">
      <h2 id="reporting-currency">Reporting currency</h2>
      <form
        className={classes.one}
        onSubmit={(event) => {
          event.preventDefault();
          if (next !== now) setAsking(true);
        }}
      >
        <NativeSelect
          label="Totals and charts are in"
          description="What amounts in several currencies are added up in. Each invoice and each customer keeps its own."
          data={choices}
          value={next}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button type="submit" disabled={next === now}>
          Change the reporting currency
        </Button>
      </form>
      {isAsking && (
        <Confirm
          title={`Show totals in ${next}?`}
          action={`Show totals in ${next}`}
          isBusy={act.isPending}
          error={act.error}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate({ input: { currency: next } })}
        >
          <p>
            Every total, chart and ranking of the book is then in {next} instead of {now}, for everybody and for past
            days too. Invoices, limits and balances of customers stay in their own currency.
          </p>
          <p>
            Only rates between {next} and another currency count; a currency without one is in no total until you enter
            it. To undo it, choose {now} again: no rate is lost.
          </p>
        </Confirm>
      )}
    </section>
  );
}
