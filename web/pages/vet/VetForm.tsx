import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../graphql.js';
import { WhoIsAsked } from '../../ui/WhoIsAsked.js';
import { entityText } from '../../ui/words.js';
import { CreditCheckFields } from './CreditCheckFields.js';
import { CreditCheckOfCompany } from './CreditCheckOfCompany.js';
import { type Draft, draftField, type Problems, problemsOf, refusedAt } from './draft.js';
import { PeopleFields } from './PeopleFields.js';
import classes from './vet.module.css';

export type Scale = {
  key: string;
  measures: string;
  title: string;
  from: number;
  to: number;
  higherIsBetter: boolean;
  source: string;
};
type Props = {
  draft: Draft;
  scales: readonly Scale[];
  isBusy: boolean;
  /** What was asked last, and how the server refused it. */
  asked: Draft | null;
  refusal: Failure | null;
  onChange: (draft: Draft) => void;
  onAsk: () => void;
  onClear: () => void;
  /** An application is open: then whom we deal with there is asked as well. */
  isApplication: boolean;
  /** Then nobody is asked. */
  isWhatIf: boolean;
  children: ReactNode;
};

/** What a field needs: its text, what is wrong with it once it was left, and how to change it. */
export type FieldOf = (name: keyof Draft) => {
  value: string;
  error?: string;
  name: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
  onBlur: () => void;
};

/** To the first of these fields as they stand on the page. */
function goTo(form: HTMLFormElement | null, names: readonly string[]): void {
  const fields = [...(form?.elements ?? [])] as HTMLInputElement[];
  fields.find(({ name }) => names.includes(name))?.focus();
}

export function VetForm({
  draft,
  scales,
  isBusy,
  asked,
  refusal,
  onChange,
  onAsk,
  onClear,
  isApplication,
  isWhatIf,
  children,
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<keyof Draft>>(new Set());
  const [isSubmitted, setSubmitted] = useState(false);
  const problems: Problems = problemsOf(draft, scales);
  const refused = refusedAt(refusal?.fields ?? [], asked, draft);
  const marked = isSubmitted ? { ...refused, ...problems } : refused;
  const wrong = Object.keys(marked) as (keyof Draft)[];
  // Once an answer: whoever is putting one field right is not led away to the next.
  useEffect(() => {
    if (refusal)
      goTo(
        form.current,
        refusal.fields.map(({ field }) => draftField(field)),
      );
  }, [refusal]);

  const field: FieldOf = (name) => ({
    name,
    value: draft[name],
    error: marked[name] ?? (left.has(name) ? problems[name] : undefined),
    onChange: (event) => {
      const text = event.currentTarget.value;
      // A credit check and a history are of one company: another has its own.
      const isOfCompany = name === 'companyName' || name === 'registrationNumber' || name === 'country';
      onChange({
        ...draft,
        creditCheckId: isOfCompany ? '' : draft.creditCheckId,
        customerId: isOfCompany ? '' : draft.customerId,
        [name]: name === 'currency' || name === 'country' ? text.toUpperCase() : text,
      });
    },
    onBlur: () => draft[name].trim() !== '' && setLeft(new Set(left).add(name)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    const names = Object.keys(problems);
    if (names.length > 0) goTo(form.current, names);
    else onAsk();
  };
  const unit: ReactNode = <span className="small muted">{draft.currency}</span>;
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate aria-label="What we know of the company">
      <TextInput label="Company or person" autoComplete="off" required {...field('companyName')} />
      <NativeSelect
        label="What it is in law"
        description="Unknown is treated as a natural person."
        data={Object.entries(entityText).map(([value, label]) => ({ value, label }))}
        {...field('entityType')}
      />
      <TextInput label="Currency" maxLength={3} className="narrow" required {...field('currency')} />
      <TextInput
        label="Value of the contract"
        description="All of it, over its whole time."
        inputMode="decimal"
        leftSection={unit}
        leftSectionWidth={46}
        required
        {...field('contractValue')}
      />
      <TextInput
        label="Invoiced in a month"
        description="Normal running, not the first month."
        inputMode="decimal"
        leftSection={unit}
        leftSectionWidth={46}
        required
        {...field('monthlyRun')}
      />
      <TextInput
        label="Terms it asks for"
        inputMode="numeric"
        className="narrow"
        rightSection={<span className="small muted">days</span>}
        rightSectionWidth={46}
        required
        {...field('termsDaysAsked')}
      />
      <CreditCheckFields
        field={field}
        scales={scales}
        scale={draft.bureauScale}
        unit={unit}
        isOpen={wrong.length > 0}
      />
      {isApplication && <PeopleFields field={field} />}
      {children}
      <CreditCheckOfCompany
        draft={draft}
        refused={refused.creditCheckId}
        onFound={(creditCheckId) => onChange({ ...draft, creditCheckId })}
      />
      {isWhatIf || <WhoIsAsked company={draft} button="Recommend" />}
      {wrong.length > 0 && (
        <p role="alert" className="overdue">
          {wrong.length === 1 ? 'One answer needs' : `${wrong.length} answers need`} another look; the first is marked
          and has the cursor. What you typed is kept.
        </p>
      )}
      <div className="row">
        {/* Without leaving the field: the sentence that would appear there moved the button from under the mouse. */}
        <Button type="submit" size="sm" loading={isBusy} onMouseDown={(event) => event.preventDefault()}>
          Recommend
        </Button>
        <Button size="sm" variant="default" onClick={onClear}>
          Clear the form
        </Button>
      </div>
    </form>
  );
}
