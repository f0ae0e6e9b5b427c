import { useAddress, usePaging } from '../../address.js';
import { instant } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { Pager } from '../../ui/Pager.js';
import { SearchField } from '../../ui/SearchField.js';
import { type Message, MessagePane, useOpenMessage } from './MessagePane.js';
import { MailboxQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

const size = 20;
/** Milliseconds: messages come in by themselves. */
const lookAgain = 5_000;

export function MailboxTab() {
  const { get, set } = useAddress();
  const paging = usePaging('mail');
  const search = get('search');
  const asked = useAsk(
    MailboxQuery,
    { first: size, after: paging.after, filter: search ? { search } : null },
    { every: () => lookAgain },
  );
  return (
    <div className="stack">
      <p className="muted">
        No mail server is needed to try things out: without one, messages stay here and reach nobody outside.
      </p>
      <div className={lists.filters}>
        <SearchField label="Address or subject" value={search} onChange={(text) => set({ search: text })} />
      </div>
      <Faces
        of={asked}
        what="the mailbox"
        skeleton={<Lines count={9} height={58} />}
        isEmpty={({ mailbox }) => mailbox.nodes.length === 0}
        empty={<NoMail isFiltered={search !== ''} />}
      >
        {({ mailbox }) => {
          const chosen = mailbox.nodes.find(({ id }) => id === get('message'));
          const open = chosen ?? mailbox.nodes[0];
          return (
            <div className={classes.mailbox} data-open={chosen ? true : undefined}>
              <div className={classes.list}>
                <MessageList messages={mailbox.nodes} open={open} />
                <Pager
                  paging={paging}
                  pageInfo={mailbox.pageInfo}
                  size={size}
                  shown={mailbox.nodes.length}
                  total={mailbox.totalCount}
                  one="message"
                  many="messages"
                />
              </div>
              {open && <MessagePane key={open.id} message={open} />}
            </div>
          );
        }}
      </Faces>
    </div>
  );
}

function MessageList({ messages, open }: { messages: Message[]; open: Message | undefined }) {
  const openMessage = useOpenMessage();
  return (
    <ul aria-label="Messages in the mailbox">
      {messages.map((message) => (
        <li key={message.id}>
          <button
            type="button"
            className={classes.item}
            aria-current={message === open ? 'true' : undefined}
            onClick={() => openMessage(message.id)}
          >
            <span className={classes.subject}>{message.subject}</span>
            <span className={classes.under}>{message.to}</span>
            <span className={classes.under}>{instant(message.receivedAt)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function NoMail({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <p>No message is like that. Look for a part of the address or of the subject.</p>;
  return (
    <p>
      The mailbox is empty. Send <Go to="/reminders">today’s reminders</Go>: if no mail server is set up, they arrive
      here; if one is, they go out and are listed under{' '}
      <Go to="/reminders" with={{ tab: 'sent' }}>
        Sent
      </Go>
      .
    </p>
  );
}
