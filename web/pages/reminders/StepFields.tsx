import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useAsk } from '../../graphql.js';
import { SegmentsQuery } from '../../ui/segments.graphql.js';
import { channelText, entityText } from '../../ui/words.js';
import { grades, type StepForm } from './campaign-form.js';
import classes from './reminders.module.css';
import { languageText } from './templates.graphql.js';

type Props = {
  step: StepForm;
  place: number;
  currency: string;
  onChange: (step: StepForm) => void;
  onRemove: () => void;
};
type Text = Exclude<
  { [K in keyof StepForm]: StepForm[K] extends string ? K : never }[keyof StepForm],
  'channel' | 'relation'
>;

/** One step: when, how, and for whom; what is left empty does not matter. */
export function StepFields({ step, place, currency, onChange, onRemove }: Props) {
  const field = (name: Text, label: string, unit?: string) => (
    <TextInput
      label={label}
      value={step[name]}
      inputMode={unit ? 'decimal' : undefined}
      rightSection={unit && <span className="muted small">{unit}</span>}
      rightSectionWidth={unit ? 44 : undefined}
      onChange={(event) => onChange({ ...step, [name]: event.currentTarget.value })}
    />
  );
  const ticks = (name: 'entityTypes' | 'languages' | 'segments', label: string, texts: Record<string, string>) => (
    <Checkbox.Group
      label={label}
      description="None: any."
      value={step[name] ?? []}
      onChange={(next) => onChange({ ...step, [name]: next })}
    >
      <div className={classes.grades}>
        {Object.entries(texts).map(([value, text]) => (
          <Checkbox key={value} value={value} label={text} />
        ))}
      </div>
    </Checkbox.Group>
  );
  const known = useAsk(SegmentsQuery, {}).data?.book.segments ?? [];
  const segments = [...new Set([...known, ...(step.segments ?? [])])];
  return (
    <fieldset className={classes.step}>
      <legend>Step {place}</legend>
      <div className={classes.fields}>
        {field('key', 'Name')}
        {field('offsetDays', 'Days from the due day', 'days')}
        <NativeSelect
          label="How"
          value={step.channel}
          data={Object.entries(channelText).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ ...step, channel: event.currentTarget.value as StepForm['channel'] })}
        />
      </div>
      <details>
        <summary>For whom</summary>
        <div className="stack">
          <Checkbox.Group
            label="Grades"
            description="None: customers of any grade."
            value={step.grades}
            onChange={(next) => onChange({ ...step, grades: next })}
          >
            <div className={classes.grades}>
              {grades.map((grade) => (
                <Checkbox key={grade} value={grade} label={grade} />
              ))}
            </div>
          </Checkbox.Group>
          <Checkbox
            label="Customers that are not scored yet, too"
            checked={step.isForUnscored}
            onChange={(event) => onChange({ ...step, isForUnscored: event.currentTarget.checked })}
          />
          {ticks('entityTypes', 'What they are in law', entityText)}
          {segments.length > 0 &&
            ticks('segments', 'Segments', Object.fromEntries(segments.map((segment) => [segment, segment])))}
          {ticks('languages', 'Language of the message', languageText)}
          <div className={classes.fields}>
            {field('lateFrom', 'Chance of late from', '%')}
            {field('lateUpTo', 'Chance of late up to', '%')}
            {field('termsFrom', 'Terms from', 'days')}
            {field('termsUpTo', 'Terms up to', 'days')}
            {field('openFrom', 'Open from', currency)}
            {field('openUpTo', 'Open up to', currency)}
            {field('countries', 'Countries, such as DE, AT')}
            <NativeSelect
              label="New or known"
              value={step.relation}
              data={[
                { value: '', label: 'Both' },
                { value: 'NEW', label: 'New customers' },
                { value: 'KNOWN', label: 'Known customers' },
              ]}
              onChange={(event) => onChange({ ...step, relation: event.currentTarget.value as StepForm['relation'] })}
            />
          </div>
        </div>
      </details>
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={onRemove}
          aria-label={`Remove the step ${step.key || place}`}
        >
          Remove the step
        </Button>
      </div>
    </fieldset>
  );
}
