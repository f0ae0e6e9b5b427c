import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { SignOut } from '../../session/session.graphql.js';
import { Door } from '../sign-in/Door.js';
import { AddSecondFactor } from './AddSecondFactor.js';
import classes from './account.module.css';
import { RecoveryCodes } from './RecoveryCodes.js';

/** Before all other pages, for whose role takes a second factor; it stays until the recovery codes are written down. */
export default function FactorFirstPage({ onStay, onGoOn }: { onStay: () => void; onGoOn: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const out = useAct(SignOut);
  return (
    <Door title="Add a second factor">
      <div className={classes.part}>
        {codes ? (
          <>
            <RecoveryCodes codes={codes} />
            <Button onClick={onGoOn}>I have written them down</Button>
          </>
        ) : (
          <>
            <p>Your role takes one. Everything else opens as soon as it is there.</p>
            <AddSecondFactor
              onAdded={(given) => {
                setCodes(given);
                onStay();
              }}
            />
            <Button variant="default" onClick={() => out.mutate({})} loading={out.isPending}>
              Sign out
            </Button>
          </>
        )}
      </div>
    </Door>
  );
}
