import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { useBook } from '../../as-of.js';
import { useAct, useAsk } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import type { Customer } from './CustomerPage.js';
import { ScalesQuery, TypeInCreditCheck } from './credit-checks.graphql.js';
import { emptyReport, inputOf, problemsOf, type TypedReport } from './typed-report.js';

const amounts = [
  ['suggestedLimit', 'Limit it suggests'],
  ['netWorth', 'Net worth'],
  ['currentAssets', 'Current assets'],
  ['currentLiabilities', 'Current liabilities'],
  ['totalAssets', 'Total assets'],
  ['totalLiabilities', 'Total liabilities'],
  ['retainedEarnings', 'Retained earnings'],
  ['ebit', 'Earnings before interest and taxes'],
] as const satisfies [keyof TypedReport, string][];

/** A report that somebody has on paper. */
export function TypeInDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { suggestedAsOf } = useBook();
  const scales = useAsk(ScalesQuery, {});
  const say = useSay();
  const [typed, setTyped] = useState<TypedReport>({ ...emptyReport, reportedOn: suggestedAsOf });
  const [isSubmitted, setSubmitted] = useState(false);
  const act = useAct(TypeInCreditCheck, () => {
    say(`The report about ${customer.name} is kept. Type in another to correct it: the newest counts.`);
    onClose();
  });
  const problems = problemsOf(typed, (text) => parseAmount(text, customer.currency));
  const field = (name: keyof TypedReport) => ({
    name,
    value: typed[name],
    error: isSubmitted ? problems[name] : undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <Confirm
      title={`Type in a report about ${customer.name}`}
      action="Keep the report"
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => {
        setSubmitted(true);
        if (Object.keys(problems).length > 0) return;
        act.mutate({ input: inputOf(typed, customer, (text) => parseAmount(text, customer.currency)) });
      }}
    >
      <TextInput
        data-autofocus
        label="Where it is from"
        description="The bureau, the bank, the number of the report."
        withAsterisk
        {...field('from')}
      />
      <DayField
        label="Day of the report"
        value={typed.reportedOn}
        onChange={(reportedOn) => setTyped({ ...typed, reportedOn })}
      />
      <NativeSelect
        label="Scale of the bureau"
        data={[
          { value: '', label: 'No score' },
          ...(scales.data?.bureauScales ?? []).map(({ key: value, title: label }) => ({ value, label })),
        ]}
        {...field('bureauScale')}
      />
      <TextInput label="Score of the bureau" inputMode="decimal" {...field('bureauScore')} />
      <TextInput label="Unpaid court judgments" inputMode="numeric" {...field('judgments')} />
      <TextInput label="Days it pays others beyond terms" inputMode="numeric" {...field('daysBeyondTerms')} />
      <TextInput label="Whole years trading" inputMode="numeric" {...field('yearsTrading')} />
      <NativeSelect
        label="Insolvency procedure"
        data={[
          { value: '', label: 'Not checked' },
          { value: 'no', label: 'None' },
          { value: 'yes', label: 'One is open' },
        ]}
        {...field('insolvent')}
      />
      <details open={isSubmitted && amounts.some(([name]) => problems[name]) ? true : undefined}>
        <summary>Limit and accounts, in {customer.currency}</summary>
        <div className="stack">
          {amounts.map(([name, label]) => (
            <TextInput key={name} label={label} inputMode="decimal" {...field(name)} />
          ))}
        </div>
      </details>
      {isSubmitted && problems.nothing && (
        <p role="alert" className="overdue">
          {problems.nothing}
        </p>
      )}
    </Confirm>
  );
}
