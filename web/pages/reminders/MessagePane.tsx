import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { instant } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Switch } from '../../ui/Chips.js';
import { Icon } from '../../ui/Icon.js';
import type { MailboxQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

export type Message = ResultOf<typeof MailboxQuery>['mailbox']['nodes'][number];

/** Opens a message (or none) on the page of the list it stands on; the browser's way back leads to the list. */
export function useOpenMessage() {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  return (id: string | null) => {
    const params = new URLSearchParams(search);
    if (id) params.set('message', id);
    else params.delete('message');
    navigate({ search: params.toString() }, { state, preventScrollReset: true });
  };
}

/** One message as its reader sees it. Its HTML stands in a frame that may do nothing: no script, no form, no link out. */
export function MessagePane({ message }: { message: Message }) {
  const openMessage = useOpenMessage();
  const [view, setView] = useState<'html' | 'text'>('html');
  return (
    <article className={classes.pane} aria-labelledby="message">
      <button type="button" className={`link ${classes.back}`} onClick={() => openMessage(null)}>
        <Icon name="left" size={12} /> All messages
      </button>
      <div className="head">
        <h2 id="message">{message.subject}</h2>
        <Switch
          label="Show the message as"
          value={view}
          onChange={setView}
          choices={[
            { value: 'html', label: 'Formatted' },
            { value: 'text', label: 'Text' },
          ]}
        />
      </div>
      <dl className={classes.facts}>
        <dt>From</dt>
        <dd>{message.from}</dd>
        <dt>To</dt>
        <dd>{message.to}</dd>
        <dt>Arrived</dt>
        <dd>{instant(message.receivedAt)}</dd>
      </dl>
      {view === 'html' ? (
        <iframe className={classes.frame} title={`Message to ${message.to}`} sandbox="" srcDoc={message.html} />
      ) : (
        <pre className={classes.text}>{message.text}</pre>
      )}
    </article>
  );
}
