import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../graphql.js';
import { Faces } from '../../ui/Faces.js';
import { AssumptionsQuery } from './vet.graphql.js';
import classes from './vet.module.css';

type Props = { assumed: Record<string, string>; onChange: (assumed: Record<string, string>) => void };

/** What the policy assumes and could be otherwise for this contract: to try, not to keep. */
export function AssumptionFields({ assumed, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Assumptions: what if they were otherwise?</summary>
      {isOpen && <Fields assumed={assumed} onChange={onChange} />}
    </details>
  );
}

function Fields({ assumed, onChange }: Props) {
  const asked = useAsk(AssumptionsQuery, {});
  return (
    <Faces of={asked} what="the assumptions">
      {({ policy }) => (
        <div className={classes.fields}>
          {policy.settings
            .filter(({ isAssumption }) => isAssumption)
            .map(({ key, title, value, unit, source }) => (
              <TextInput
                key={key}
                label={title}
                description={`${String(value)} ${unit} in the policy. ${source}`}
                inputMode="decimal"
                className="narrow"
                placeholder={String(value)}
                value={assumed[key] ?? ''}
                onChange={(event) => {
                  const { value: text } = event.currentTarget;
                  onChange({ ...assumed, [key]: text });
                }}
              />
            ))}
        </div>
      )}
    </Faces>
  );
}
