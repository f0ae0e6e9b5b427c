import { Link } from 'react-router';
import { useAddress } from '../../address.js';
import { isDay, useAsOf, useBook, useLinkTo } from '../../as-of.js';
import { day } from '../../format.js';
import { useMay } from '../../session/me.js';
import { MailboxTab } from './MailboxTab.js';
import { PlanTab } from './PlanTab.js';
import classes from './reminders.module.css';
import { SentTab } from './SentTab.js';

const tabs = { plan: 'Plan', sent: 'Sent', mailbox: 'Mailbox' } as const;
type Tab = keyof typeof tabs;

/** The day in the address, else the as-of day somebody chose, else today: a plan is for a day to come. */
function usePlanDay(): string {
  const { get } = useAddress();
  const { today } = useBook();
  const { asOf, isChosen } = useAsOf();
  if (isDay(get('on'))) return get('on');
  return isChosen ? asOf : today;
}

export default function RemindersPage() {
  const { get } = useAddress();
  const linkTo = useLinkTo();
  const on = usePlanDay();
  const asked = get('tab');
  const may = useMay();
  const offered = (Object.keys(tabs) as Tab[]).filter((one) => one !== 'mailbox' || may('mailbox.read'));
  const tab: Tab = offered.find((one) => one === asked) ?? 'plan';
  const headings = {
    plan: `Reminders to send on ${day(on)}`,
    sent: 'Reminders that were sent',
    mailbox: 'Mail that stayed here',
  };
  return (
    <div className="page">
      <div className="stack">
        <h1>{headings[tab]}</h1>
        <nav className={classes.tabs} aria-label="Parts of Reminders">
          {offered.map((one) => (
            <Link
              key={one}
              to={linkTo('/reminders', { tab: one === 'plan' ? null : one, on: get('on') })}
              className={classes.tab}
              aria-current={one === tab ? 'page' : undefined}
            >
              {tabs[one]}
            </Link>
          ))}
        </nav>
      </div>
      {tab === 'plan' && <PlanTab on={on} />}
      {tab === 'sent' && <SentTab />}
      {tab === 'mailbox' && <MailboxTab />}
    </div>
  );
}
