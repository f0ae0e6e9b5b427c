import { Link } from 'react-router';
import { useAddress } from '../../address.js';
import { isDay, useAsOf, useBook, useLinkTo } from '../../as-of.js';
import { day } from '../../format.js';
import { useMay } from '../../session/me.js';
import { CameBackTab } from './CameBackTab.js';
import { CampaignTab } from './CampaignTab.js';
import { MailboxTab } from './MailboxTab.js';
import { PlanTab } from './PlanTab.js';
import { RestTab } from './RestTab.js';
import classes from './reminders.module.css';
import { SentTab } from './SentTab.js';
import { StepsTab } from './StepsTab.js';
import { TemplatesTab } from './TemplatesTab.js';

const tabs = {
  plan: 'Plan',
  steps: 'Why and why not',
  sent: 'Sent',
  back: 'Came back',
  rest: 'At rest',
  campaign: 'Campaign',
  templates: 'Templates',
  mailbox: 'Mailbox',
} as const;
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
    steps: 'What becomes of each reminder, and why',
    sent: 'Reminders that were sent',
    back: 'What came back to reminders',
    rest: 'Whose reminders rest, and why',
    campaign: 'Who is reminded of what, when',
    templates: 'What messages say',
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
      {tab === 'steps' && <StepsTab />}
      {tab === 'sent' && <SentTab />}
      {tab === 'back' && <CameBackTab />}
      {tab === 'rest' && <RestTab />}
      {tab === 'campaign' && <CampaignTab />}
      {tab === 'templates' && <TemplatesTab />}
      {tab === 'mailbox' && <MailboxTab />}
    </div>
  );
}
