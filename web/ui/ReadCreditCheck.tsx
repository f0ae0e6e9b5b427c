import { Button } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../graphql.js';
import { ReadCreditCheckQuery } from './credit-check.graphql.js';
import classes from './credit-check.module.css';
import { Refused } from './Refused.js';

/** What a credit check says, in words, once somebody asks for it: each reading is written down. */
export function ReadCreditCheck({ customerId, id }: { customerId: string; id: string }) {
  const [said, setSaid] = useState<readonly string[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const read = async () => {
    setBusy(true);
    setError(null);
    try {
      const { customer } = await ask(ReadCreditCheckQuery, { customerId, id });
      setSaid(customer.creditChecks.nodes[0]?.report.sentences ?? []);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  if (said)
    return (
      <ul className={classes.said} aria-label="What the report says">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    );
  return (
    <div className="row">
      <Button variant="default" loading={isBusy} onClick={read}>
        Read the report
      </Button>
      <span className="muted small">Who reads it is written down.</span>
      <Refused error={error} />
    </div>
  );
}
