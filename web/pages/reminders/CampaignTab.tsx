import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { counted, instant, money, share } from '../../format.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Confirm } from '../../ui/Confirm.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { useSay } from '../../ui/Say.js';
import { type Column, Table } from '../../ui/Table.js';
import { channelText, entityText } from '../../ui/words.js';
import { CampaignEditor } from './CampaignEditor.js';
import { CampaignUplift } from './CampaignUplift.js';
import type { Campaign } from './campaign-form.js';
import { DraftDifference } from './DraftDifference.js';
import { CAMPAIGN_KEY } from './kept-campaign.js';
import { ActivateCampaign, CampaignQuery, SetReminderSending } from './reminders.graphql.js';
import { languageText } from './templates.graphql.js';

type Data = ResultOf<typeof CampaignQuery>;
type Step = Campaign['steps'][number];

function audience({ audience: of }: Step, currency: string): string {
  const parts = [
    of.grades && `grade ${of.grades.join(', ')}${of.isForUnscored ? ' or not scored' : ''}`,
    of.termsFrom !== null && `terms from ${of.termsFrom} days`,
    of.termsUpTo !== null && `terms up to ${of.termsUpTo} days`,
    of.lateFrom !== null && `chance of late from ${share(of.lateFrom)}`,
    of.lateUpTo !== null && `chance of late up to ${share(of.lateUpTo)}`,
    of.openFromMinor !== null && `open from ${money({ minor: of.openFromMinor, currency })}`,
    of.openUpToMinor !== null && `open up to ${money({ minor: of.openUpToMinor, currency })}`,
    of.countries?.join(', '),
    of.languages?.map((language) => languageText[language]).join(', '),
    of.entityTypes?.map((type) => entityText[type].toLowerCase()).join(', '),
    of.segments?.join(', '),
    of.relation && (of.relation === 'NEW' ? 'new customers' : 'known customers'),
  ].filter(Boolean);
  return parts.length === 0 ? 'Everybody' : parts.join(' · ');
}

const columns = (currency: string): Column<Step>[] => [
  { key: 'key', title: 'Step', phone: 'title', cell: (row) => <span className="nowrap">{row.key}</span> },
  {
    key: 'when',
    title: 'When',
    phone: 'figure',
    cell: ({ offsetDays }) => (
      <span className="nowrap">
        {counted(Math.abs(offsetDays), 'day', 'days')} {offsetDays < 0 ? 'before' : 'after'} the due day
      </span>
    ),
  },
  { key: 'channel', title: 'How', phone: 'detail', cell: (row) => channelText[row.channel] },
  { key: 'who', title: 'For whom', phone: 'detail', wide: true, cell: (row) => audience(row, currency) },
];

/** Who is reminded of what, when; what a draft would change; whether anything goes out at all. */
export function CampaignTab() {
  const asked = useAsk(CampaignQuery, {});
  // What was being typed when the page was left is there again.
  const [isEditing, setEditing] = useState(() => localStorage.getItem(CAMPAIGN_KEY) !== null);
  return (
    <Faces of={asked} what="the campaign" skeleton={<Lines count={10} />}>
      {({ campaigns, reminderSending }) => {
        const draft = campaigns.nodes.find(({ state }) => state === 'DRAFT');
        const active = campaigns.nodes.find(({ state }) => state === 'ACTIVE');
        return (
          <>
            <Sending of={reminderSending} />
            {isEditing && (draft ?? active) ? (
              <CampaignEditor of={(draft ?? active) as Campaign} onClose={() => setEditing(false)} />
            ) : (
              <Allowed to="settings.change">
                <div>
                  <Button variant="default" onClick={() => setEditing(true)}>
                    {draft ? 'Change the draft' : 'Write a draft'}
                  </Button>
                </div>
              </Allowed>
            )}
            {draft && !isEditing && <Draft of={draft} />}
            {active && (
              <section className="stack" aria-labelledby="active">
                <h2 id="active">The campaign that is used</h2>
                <Document of={active} />
                <CampaignUplift campaignId={active.id} />
              </section>
            )}
          </>
        );
      }}
    </Faces>
  );
}

function Document({ of }: { of: Campaign }) {
  const { reportingCurrency } = useBook();
  return (
    <>
      <p className="muted small">
        {/[.!?]$/.test(of.note) ? of.note : `${of.note}.`} At most one message a contact in{' '}
        {counted(of.gapDays, 'day', 'days')}
        {of.groupsTogether && ', companies of a group that share an address together'}. What was missed is made up for
        within {counted(of.catchUpDays, 'business day', 'business days')}. Between {of.sendFrom} and {of.sendUntil}{' '}
        where the recipient is, {of.mostPerHour} an hour at most.{' '}
        {of.cashFeedDays !== null &&
          `Nothing goes out when the newest payments are older than ${counted(of.cashFeedDays, 'day', 'days')}.`}
        {of.steps.some(({ audience: { lateFrom, lateUpTo } }) => lateFrom !== null || lateUpTo !== null) &&
          ' The chance of late is that of the model of lateness for what is not due yet, else that of the score.'}
      </p>
      <Table
        label={`Steps of campaign ${of.id}`}
        columns={columns(reportingCurrency)}
        rows={of.steps}
        keyOf={(row) => row.key}
      />
    </>
  );
}

function Draft({ of }: { of: Campaign }) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const act = useAct(ActivateCampaign, () => {
    say('The draft is the campaign now.');
    setAsking(false);
  });
  return (
    <section className="stack" aria-labelledby="draft">
      <div className="row">
        <h2 id="draft">Draft of {of.madeBy}</h2>
        <Allowed to="settings.change">
          <Button onClick={() => setAsking(true)}>Activate the draft</Button>
        </Allowed>
      </div>
      <Document of={of} />
      <DraftDifference id={of.id} />
      {isAsking && (
        <Confirm
          title="Activate the draft?"
          action="Activate the draft"
          isBusy={act.isPending}
          error={act.error}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate({ id: of.id })}
        >
          <p>From the next plan on it says who is reminded of what. The one before is kept.</p>
        </Confirm>
      )}
    </section>
  );
}

function Sending({ of }: { of: Data['reminderSending'] }) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(SetReminderSending, ({ setReminderSending: now }) => {
    say(now.isStopped ? 'Nothing goes out any more.' : 'Messages go out.');
    setAsking(false);
    setReason('');
  });
  const verb = of.isStopped ? 'Let messages go out' : 'Stop all sending';
  return (
    <section className="stack" aria-labelledby="sending">
      <h2 id="sending">
        {of.isStopped
          ? 'All sending is stopped'
          : of.isAutomatic
            ? 'Reminders go out by themselves each morning'
            : 'Reminders go out when a person sends them'}
      </h2>
      {of.changedBy && (
        <p className="muted small">
          Set by {of.changedBy}, {instant(of.changedAt)}.{of.reason && ` Why: ${of.reason}`}
        </p>
      )}
      <Allowed to="reminders.send">
        <div className="row">
          <Button variant="default" color="red" onClick={() => setAsking(true)}>
            {verb}
          </Button>
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() =>
              act.mutate({ input: { isStopped: of.isStopped, isAutomatic: !of.isAutomatic, reason: of.reason } })
            }
          >
            {of.isAutomatic ? 'Send only by hand' : 'Send by themselves each morning'}
          </Button>
        </div>
      </Allowed>
      {isAsking && (
        <Confirm
          title={of.isStopped ? 'Let messages go out?' : 'Stop all sending?'}
          action={verb}
          isBusy={act.isPending}
          error={act.error}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            act.mutate({
              input: { isStopped: !of.isStopped, isAutomatic: of.isAutomatic, reason: reason.trim() || null },
            })
          }
        >
          <p>
            {of.isStopped
              ? 'What waits is looked at once more and goes out as far as it is still true.'
              : 'Messages that wait are held back, letters too, until somebody lets them go out.'}
          </p>
          <TextInput
            label="Why"
            description="Shown here to everybody, and kept in the audit."
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Confirm>
      )}
    </section>
  );
}
