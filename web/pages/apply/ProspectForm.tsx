import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { ask, Failure, type ResultOf, useAct } from '../../graphql.js';
import { Refused } from '../../ui/Refused.js';
import { asAnswers, keptText, useKept } from '../../ui/use-kept.js';
import classes from '../sign-in/Door.module.css';
import { KeepProspectForm, type ProspectFormQuery, SubmitProspectForm } from './apply.graphql.js';

type Form = ResultOf<typeof ProspectFormQuery>['prospectForm'];
type Question = Form['questions'][number];

export function ProspectForm({ form, secret, onSent }: { form: Form; secret: string; onSent: () => void }) {
  const place = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState<Record<string, string>>(() => ({
    companyName: form.companyName,
    ...Object.fromEntries(form.answers.map(({ question, text }) => [question, text])),
  }));
  const [by, setBy] = useState('');
  const [agrees, setAgrees] = useState(false);
  const kept = useKept((changed) => ask(KeepProspectForm, { input: { secret, answers: asAnswers(changed) } }));
  const act = useAct(SubmitProspectForm, onSent);
  const wrong = act.error instanceof Failure ? act.error.fields : [];
  const wrongAt = (key: string) => wrong.find(({ field }) => field === key)?.sentence;
  const type = (key: string, text: string) => {
    setTexts({ ...texts, [key]: text });
    kept.change({ [key]: text });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(
      { input: { secret, answers: asAnswers(texts), consentedBy: by } },
      {
        onError: ({ fields: [first] }) => {
          if (first) place.current?.querySelector<HTMLElement>(`[name=${first.field}]`)?.focus();
        },
      },
    );
  };
  return (
    <form ref={place} className={classes.form} onSubmit={submit} aria-label="What we ask of you">
      {form.questions.map((question) => (
        <Answer
          key={question.key}
          question={question}
          text={texts[question.key] ?? ''}
          error={wrongAt(question.key)}
          onType={(text) => type(question.key, text)}
        />
      ))}
      <TextInput
        label="Your name"
        description="Who agrees for the company to what stands below."
        name="consentedBy"
        autoComplete="name"
        required
        value={by}
        error={wrongAt('consentedBy')}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <Checkbox
        label={form.consent}
        required
        checked={agrees}
        onChange={(event) => setAgrees(event.currentTarget.checked)}
      />
      {wrong.length > 0 ? (
        <p role="alert" className="overdue">
          {wrong.length === 1 ? 'One answer needs' : `${wrong.length} answers need`} another look; the first is marked
          and has the cursor. What you wrote is kept.
        </p>
      ) : (
        <Refused error={act.error} />
      )}
      <Button type="submit" loading={act.isPending}>
        Send it in to {form.supplier}
      </Button>
      <p className="muted small" role="status">
        {keptText[kept.state]}
      </p>
    </form>
  );
}

type Props = { question: Question; text: string; error?: string; onType: (text: string) => void };

function Answer({ question: { key, title, help, kind, choices, isRequired }, text, error, onType }: Props) {
  const field = {
    name: key,
    label: title,
    description: help,
    required: isRequired,
    value: text,
    error,
    onChange: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
  };
  if (choices.length > 0)
    return (
      <NativeSelect
        {...field}
        data={[{ value: '', label: 'Choose one' }, ...choices.map(({ value, title: label }) => ({ value, label }))]}
      />
    );
  if (kind === 'long text') return <Textarea {...field} rows={3} maxLength={1000} />;
  const isCountry = kind === 'country';
  return (
    <TextInput
      {...field}
      type={kind === 'email' ? 'email' : 'text'}
      inputMode={kind === 'days' || kind === 'number' ? 'decimal' : undefined}
      maxLength={isCountry ? 2 : 1000}
    />
  );
}
