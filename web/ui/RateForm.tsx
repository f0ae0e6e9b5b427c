import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useBook } from '../as-of.js';
import { day } from '../format.js';
import { Failure, useAct } from '../graphql.js';
import { DayField } from './DayField.js';
import classes from './RateForm.module.css';
import { SetRate } from './rate.graphql.js';
import { useSay } from './Say.js';

/** What one unit of a currency is worth in the reporting currency, from a day on. */
export function RateForm({ currency: fixed, validOn: from }: { currency?: string; validOn: string }) {
  const { reportingCurrency } = useBook();
  const say = useSay();
  const [currency, setCurrency] = useState(fixed ?? '');
  const [rate, setRate] = useState('');
  const [validOn, setValidOn] = useState(from);
  const [source, setSource] = useState('');
  const [problem, setProblem] = useState('');
  const act = useAct(SetRate, ({ setExchangeRate: set }) => {
    say(
      `1 ${set.currency} is ${set.rate} ${set.toCurrency} from ${day(set.validOn)} on. Enter another rate to correct it.`,
    );
    setRate('');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = Number(rate.trim().replace(',', '.'));
    if (!/^[A-Za-z]{3}$/.test(currency.trim())) return setProblem('A currency has three letters, such as GBP.');
    if (!(value > 0)) return setProblem('A rate is a number above 0, such as 0.0912.');
    setProblem('');
    act.mutate({
      input: {
        currency: currency.trim().toUpperCase(),
        validOn,
        rate: value,
        source: source.trim() || 'Entered by hand',
      },
    });
  };
  const name = (fixed ?? currency) || 'unit';
  return (
    <form className={classes.form} onSubmit={submit} aria-label={`Exchange rate of ${name}`} noValidate>
      {!fixed && (
        <TextInput
          label="Currency"
          size="xs"
          w={76}
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
      )}
      <TextInput
        label={`1 ${name} in ${reportingCurrency}`}
        size="xs"
        w={110}
        inputMode="decimal"
        value={rate}
        onChange={(event) => setRate(event.currentTarget.value)}
      />
      <DayField label="from" value={validOn} onChange={setValidOn} />
      <TextInput
        label="Source"
        size="xs"
        w={150}
        placeholder="Entered by hand"
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Button type="submit" loading={act.isPending}>
        Save the rate
      </Button>
      {(problem || act.error) && (
        <p role="alert" className={`overdue small ${classes.problem}`}>
          {problem || (act.error instanceof Failure ? act.error.message : 'Something went wrong.')}
        </p>
      )}
    </form>
  );
}
