import { Button } from '@mantine/core';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { useAct } from '../../graphql.js';
import { CodeField } from '../../ui/CodeField.js';
import { PasswordField } from '../../ui/PasswordField.js';
import { Refused } from '../../ui/Refused.js';
import { BeginSecondFactor, ConfirmSecondFactor } from './account.graphql.js';
import classes from './account.module.css';

/** The secret goes into the app as a picture or as text; the first code proves that it arrived. */
export function AddSecondFactor({ onAdded }: { onAdded: (recoveryCodes: readonly string[]) => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useAct(BeginSecondFactor);
  const confirm = useAct(ConfirmSecondFactor, ({ confirmSecondFactor }) => onAdded(confirmSecondFactor.recoveryCodes));
  const begun = begin.data?.beginSecondFactor;
  if (!begun)
    return (
      <>
        <p>
          With a second factor, a stolen password alone opens nothing: signing in asks for a code of an app as well.
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            begin.mutate({ input: { password } });
          }}
        >
          <PasswordField
            description="Once more, so that nobody does this at a page you left open."
            value={password}
            onChange={setPassword}
          />
          <Refused error={begin.error} />
          <Button type="submit" loading={begin.isPending}>
            Add a second factor
          </Button>
        </form>
      </>
    );
  return (
    <>
      <p>
        Take a picture of this with your authenticator app, or type the secret into it. Then enter the code it shows.
      </p>
      <img
        className={classes.picture}
        alt="The secret below, for the camera of an authenticator app"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(begun.uri))}`}
      />
      <code className={classes.secret}>{begun.secret}</code>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate({ code: code.trim() });
        }}
      >
        <CodeField value={code} onChange={setCode} />
        <Refused error={confirm.error} />
        <Button type="submit" loading={confirm.isPending}>
          Turn it on
        </Button>
      </form>
    </>
  );
}
