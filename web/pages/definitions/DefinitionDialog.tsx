import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { useAct, useAsk } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import { previewText } from './definition-text.js';
import { DefaultPreviewQuery, type Definition, SetDefaultDefinition } from './definitions.graphql.js';

/** Asks for another definition; before that it says what it would count. */
export function DefinitionDialog({ definition, onClose }: { definition: Definition; onClose: () => void }) {
  const { today, reportingCurrency } = useBook();
  const say = useSay();
  const [days, setDays] = useState(String(definition.daysPastDue));
  const [floor, setFloor] = useState(String(definition.floorMajor));
  const [countsInsolvency, setInsolvency] = useState(definition.countsInsolvency);
  const [countsWriteOff, setWriteOff] = useState(definition.countsWriteOff);
  const [countsHandedOver, setHandedOver] = useState(definition.countsHandedOver);
  const [validOn, setValidOn] = useState(today);
  const [reason, setReason] = useState('');
  const daysPastDue = /^\d{1,4}$/.test(days.trim()) ? Number(days) : 0;
  const floorMajor = /^\d{1,9}([.,]\d{1,2})?$/.test(floor.trim()) ? Number(floor.trim().replace(',', '.')) : null;
  const isWrong = daysPastDue < 1 || daysPastDue > 3650 || floorMajor === null;
  const input = {
    daysPastDue,
    floorMajor: floorMajor ?? 0,
    countsInsolvency,
    countsWriteOff,
    countsHandedOver,
    validOn,
  };
  const [tried] = useDebouncedValue(JSON.stringify(input), 400);
  const preview = useAsk(
    DefaultPreviewQuery,
    { input: { ...(JSON.parse(tried) as typeof input), reason: 'A preview.' } },
    { enabled: !isWrong },
  );
  const act = useAct(SetDefaultDefinition, ({ setDefaultDefinition: { approval } }) => {
    say(
      approval
        ? 'Asked. The definition stands as it is until another person approves.'
        : 'Set; the book is counted anew.',
    );
    onClose();
  });
  return (
    <Confirm
      title="Change what counts as a default"
      action="Ask another person"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isWrong || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { ...input, reason: reason.trim() } })}
    >
      <p>Another person has to approve it. Defaults are then counted anew by it, for all days.</p>
      <TextInput
        data-autofocus
        label="Days past due"
        inputMode="numeric"
        required
        value={days}
        error={daysPastDue < 1 || daysPastDue > 3650 ? 'A number of days from 1 to 3,650.' : undefined}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <TextInput
        label={`From how much, in ${reportingCurrency}`}
        inputMode="decimal"
        required
        value={floor}
        error={floorMajor === null ? 'An amount, such as 100.' : undefined}
        onChange={(event) => setFloor(event.currentTarget.value)}
      />
      <Checkbox
        label="An insolvency that a credit check tells of counts"
        checked={countsInsolvency}
        onChange={(event) => setInsolvency(event.currentTarget.checked)}
      />
      <Checkbox
        label="A write-off counts"
        checked={countsWriteOff}
        onChange={(event) => setWriteOff(event.currentTarget.checked)}
      />
      <Checkbox
        label="Being handed to an agency, to lawyers or to court counts"
        description="From the day since which reminders are paused for that."
        checked={countsHandedOver}
        onChange={(event) => setHandedOver(event.currentTarget.checked)}
      />
      <DayField label="from" value={validOn} onChange={setValidOn} />
      <p className="muted" role="status">
        {isWrong
          ? 'What it would count appears here.'
          : preview.data
            ? previewText(preview.data.defaultPreview)
            : preview.error
              ? 'What it would count could not be told.'
              : 'Counting …'}
      </p>
      <Textarea
        label="Why"
        description="Read by whoever approves it, and kept with the definition."
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
