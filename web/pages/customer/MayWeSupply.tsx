import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { money } from '../../format.js';
import { Failure, useAsk } from '../../graphql.js';
import type { Customer } from './CustomerPage.js';
import { CanSupplyQuery } from './customer.graphql.js';
import classes from './customer.module.css';

/** The question that shop and ERP ask, for a person on the phone. */
export function MayWeSupply({ customer }: { customer: Customer }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [amountMinor, setAmount] = useState<number | null>(null);
  const { currency, id: customerId } = customer;
  const asked = useAsk(
    CanSupplyQuery,
    { customerId, currency, amountMinor: amountMinor ?? 0 },
    { enabled: amountMinor !== null },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const minor = parseAmount(text, currency);
    setProblem(minor === null || minor < 0 ? 'An amount, such as 12,500.00.' : '');
    setAmount(minor !== null && minor >= 0 ? minor : null);
    if (minor !== null && minor === amountMinor) asked.refetch();
  };
  const answer = amountMinor === null ? undefined : asked.data?.canSupply;
  return (
    <section className="stack" aria-labelledby="may-we-supply">
      <h2 id="may-we-supply">May we supply?</h2>
      <form className={classes.inline} onSubmit={submit} noValidate>
        <TextInput
          label="Value of the order"
          inputMode="decimal"
          w={190}
          leftSection={<span className="small muted">{currency}</span>}
          leftSectionWidth={46}
          value={text}
          error={problem || undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" loading={asked.isFetching}>
          Ask
        </Button>
      </form>
      <div role="status">
        {answer && (
          <div className={classes.answer} data-allowed={answer.allowed}>
            <b>{answer.allowed ? 'Yes' : 'No'}</b>
            <span>{answer.reason}</span>
            <span className="muted small">
              It would then owe {money(answer.exposureAfter)}
              {answer.creditLimit && ` of a limit of ${money(answer.creditLimit)}`}.
            </span>
          </div>
        )}
        {amountMinor !== null && asked.error instanceof Failure && <p className="overdue">{asked.error.message}</p>}
      </div>
    </section>
  );
}
