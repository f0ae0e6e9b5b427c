import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import { bandsIn, linesOf, surenessText } from './definition-text.js';
import { type Scale, SetBureauScale } from './definitions.graphql.js';

const surenesses = Object.keys(surenessText) as Scale['sureness'][];

/** Replaces the table of a scale from a day on. */
export function ScaleDialog({ scale, onClose }: { scale: Scale; onClose: () => void }) {
  const { today } = useBook();
  const say = useSay();
  const [lines, setLines] = useState(linesOf(scale));
  const [sureness, setSureness] = useState<Scale['sureness']>(scale.sureness);
  const [source, setSource] = useState('');
  const [validOn, setValidOn] = useState(today);
  const read = bandsIn(lines);
  const act = useAct(SetBureauScale, () => {
    say(`Set from ${day(validOn)} on. What was read before stays as it was read.`);
    onClose();
  });
  return (
    <Confirm
      title={`Change what ${scale.title} means`}
      action="Set the scale"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={'wrong' in read || read.bands.length === 0 || source.trim().length < 3}
      onClose={onClose}
      onConfirm={() => {
        if ('wrong' in read) return;
        const { key, title, measures, notScored } = scale;
        act.mutate({
          input: { key, title, measures, notScored, bands: read.bands, sureness, source: source.trim(), validOn },
        });
      }}
    >
      <p>Reports that arrive from its day on are read by it. Set the old bands again to undo.</p>
      <Textarea
        data-autofocus
        label="Bands"
        description="A line a band: from, to, name, chance within a year in percent. Together without a gap."
        required
        rows={Math.min(10, scale.bands.length + 1)}
        value={lines}
        error={'wrong' in read ? `“${read.wrong}” is no band: write it like 51, 70, B, 1.5` : undefined}
        onChange={(event) => setLines(event.currentTarget.value)}
      />
      <NativeSelect
        label="How sure"
        data={surenesses.map((value) => ({ value, label: surenessText[value] }))}
        value={sureness}
        onChange={(event) => setSureness(event.currentTarget.value as Scale['sureness'])}
      />
      <TextInput
        label="Where from"
        description="The licence, the document, who assumed it: shown beside the scale."
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <DayField label="from" value={validOn} onChange={setValidOn} />
    </Confirm>
  );
}
