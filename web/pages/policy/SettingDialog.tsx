import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { type Draft, DraftPolicy, type Setting } from './policy.graphql.js';
import { settingFrom, settingText } from './setting-text.js';

type Props = { setting: Setting; inForce: readonly Setting[]; draft: Draft | null; onClose: () => void };

/** What a draft changes of the policy in force. */
export const changesOf = (draft: Draft | null, inForce: readonly Setting[]) =>
  (draft?.settings ?? []).filter((setting) => {
    const before = inForce.find(({ key }) => key === setting.key);
    return JSON.stringify(before?.value) !== JSON.stringify(setting.value);
  });

export function SettingDialog({ setting, inForce, draft, onClose }: Props) {
  const say = useSay();
  const others = changesOf(draft, inForce).filter(({ key }) => key !== setting.key);
  const drafted = draft?.settings.find(({ key }) => key === setting.key);
  const [text, setText] = useState(settingText(drafted?.value ?? setting.value));
  const [source, setSource] = useState('');
  const [reason, setReason] = useState(draft?.reason ?? '');
  const value = settingFrom(text, setting.value);
  const act = useAct(DraftPolicy, () => {
    say('Drafted. It decides nothing until another person approves it.');
    onClose();
  });
  return (
    <Confirm
      title={`Change “${setting.title}”`}
      action="Put it in the draft"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={value === null || source.trim() === '' || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: {
            reason: reason.trim(),
            settings: [
              ...others.map(({ key, value, source }) => ({ key, value, source })),
              { key: setting.key, value, source: source.trim() },
            ],
          },
        })
      }
    >
      <p>
        In force: {settingText(setting.value)} ({setting.unit}). Nothing changes yet: the draft shows whom it would
        change first.
      </p>
      <TextInput
        data-autofocus
        label="New value"
        description="Written as it is in force, parts with commas between them."
        required
        error={value === null ? `Write it in the shape of “${settingText(setting.value)}”.` : null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label="Where from"
        description="Own losses, a law, an agreement: kept beside the value."
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Textarea
        label="Why is the policy changed?"
        description="Read by whoever approves it."
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
