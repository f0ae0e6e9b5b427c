import { Button, Checkbox, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useBook } from '../../as-of.js';
import { useAct } from '../../graphql.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { type Campaign, type CampaignForm, emptyStep, formOf, inputOf } from './campaign-form.js';
import { CAMPAIGN_KEY } from './kept-campaign.js';
import { DraftCampaign } from './reminders.graphql.js';
import classes from './reminders.module.css';
import { StepFields } from './StepFields.js';

/** What is typed of a campaign, and of which one it is a change. */
export interface KeptCampaign {
  of: string;
  form: CampaignForm;
}
type Text = Exclude<keyof CampaignForm, 'steps' | 'holdoutHighRisk' | 'groupsTogether'>;

/** Writes the draft, which the browser keeps until it is sent or given up: nothing is used before somebody has seen what it changes and activates it. */
export function CampaignEditor({ of, onClose }: { of: Campaign; onClose: () => void }) {
  const say = useSay();
  const { reportingCurrency: currency } = useBook();
  const [kept, setKept, forget] = useLocalStorage<KeptCampaign | null>({
    key: CAMPAIGN_KEY,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const form = kept?.of === of.id ? kept.form : formOf(of, currency);
  const setForm = (next: CampaignForm) => setKept({ of: of.id, form: next });
  const close = () => {
    forget();
    onClose();
  };
  const act = useAct(DraftCampaign, () => {
    say('The draft is kept. Below is what it changes; nothing is used before you activate it.');
    close();
  });
  const steps = (next: CampaignForm['steps']) => setForm({ ...form, steps: next });
  const field = (name: Text, label: string, unit?: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={form[name]}
      rightSection={unit && <span className="muted small">{unit}</span>}
      rightSectionWidth={unit ? 64 : undefined}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
    />
  );
  return (
    <section className="stack" aria-labelledby="editor">
      <h2 id="editor">{of.state === 'DRAFT' ? 'Change the draft' : 'A new draft'}</h2>
      <form
        className={`stack ${classes.editor}`}
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ input: inputOf(form, currency) });
        }}
      >
        {field('note', 'What is new about it', undefined, 'Whoever looks back reads this.')}
        {form.steps.map((step, i) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name while its own is typed
            key={i}
            step={step}
            place={i + 1}
            currency={currency}
            onChange={(next) => steps(form.steps.map((each, at) => (at === i ? next : each)))}
            onRemove={() => steps(form.steps.filter((_, at) => at !== i))}
          />
        ))}
        <div>
          <Button variant="default" onClick={() => steps([...form.steps, emptyStep])}>
            Add a step
          </Button>
        </div>
        <details>
          <summary>When, how many, and who is held out</summary>
          <div className="stack">
            <div className={classes.fields}>
              {field('sendFrom', 'From, where the recipient is')}
              {field('sendUntil', 'Until')}
              {field('mostPerHour', 'At most in an hour', 'messages')}
              {field('gapDays', 'Between two messages to a contact', 'days')}
              {field('catchUpDays', 'Made up for within', 'days')}
              {field('cashFeedDays', 'Payments may be old by', 'days', 'Empty: by any age.')}
              {field(
                'holdoutPercent',
                'Customers held out',
                '%',
                'They get none before the due day, so that we learn.',
              )}
            </div>
            <Checkbox
              label="One message to companies of a group that share an e-mail address"
              description="Only where the same person of ours looks after them."
              checked={form.groupsTogether}
              onChange={(event) => setForm({ ...form, groupsTogether: event.currentTarget.checked })}
            />
            <Checkbox
              label="Customers of grade D and E may be held out too"
              checked={form.holdoutHighRisk}
              onChange={(event) => setForm({ ...form, holdoutHighRisk: event.currentTarget.checked })}
            />
          </div>
        </details>
        <Refused error={act.error} />
        <div className="row">
          <Button type="submit" loading={act.isPending}>
            Keep the draft
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </div>
      </form>
    </section>
  );
}
