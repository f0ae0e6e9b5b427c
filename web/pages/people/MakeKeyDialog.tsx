import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { MakeKey } from './people.graphql.js';
import classes from './people.module.css';

type Props = {
  permissions: readonly { code: string; says: string }[];
  onMade: (key: string) => void;
  onClose: () => void;
};

export function MakeKeyDialog({ permissions, onMade, onClose }: Props) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('365');
  const [chosen, setChosen] = useState<readonly string[]>(['supply.ask']);
  const act = useAct(MakeKey, ({ makeApiKey }) => {
    onMade(makeApiKey.key);
    onClose();
  });
  const toggle = (code: string, on: boolean) =>
    setChosen(on ? [...chosen, code] : chosen.filter((each) => each !== code));
  return (
    <Confirm
      title="Make a key"
      action="Make the key"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={name.trim() === '' || chosen.length === 0 || !/^\d+$/.test(days)}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { name: name.trim(), permissions: [...chosen], validDays: Number(days) } })}
    >
      <TextInput
        data-autofocus
        label="Program"
        description="The audit names it so."
        placeholder="ERP"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className={classes.choices}>
        <legend>It may</legend>
        {permissions.map(({ code, says }) => (
          <Checkbox
            key={code}
            label={says}
            checked={chosen.includes(code)}
            onChange={(event) => toggle(code, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <TextInput
        label="Days until it ends"
        description="366 at most."
        inputMode="numeric"
        required
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
    </Confirm>
  );
}
