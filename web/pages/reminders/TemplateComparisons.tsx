import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePaging } from '../../address.js';
import { count, counted, instant, share } from '../../format.js';
import { useAct, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Confirm } from '../../ui/Confirm.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { useSay } from '../../ui/Say.js';
import type { Column } from '../../ui/Table.js';
import {
  type Comparison,
  EndTemplateComparison,
  languageText,
  situationText,
  TemplateComparisonsQuery,
} from './templates.graphql.js';

const size = 5;
type Arm = Comparison['result']['first'];

const paid = ({ invoices, paidInTime, customers }: Arm) =>
  invoices === 0
    ? 'nothing yet'
    : `${share(paidInTime / invoices)} of ${count(invoices)} in time, ${counted(customers, 'customer', 'customers')}`;
const points = (part: number) => `${part > 0 ? '+' : ''}${(part * 100).toFixed(1)}`;
const days = (of: number) => `${of > 0 ? '+' : ''}${of.toFixed(1)}`;

function shown({ result: { uplift, interval }, endedAt }: Comparison): string {
  if (uplift === null || !interval) return endedAt ? 'not told' : 'too early to tell';
  return `${points(uplift)} points (${points(interval[0] ?? 0)} to ${points(interval[1] ?? 0)})`;
}

function means({ result: { verdict }, endedAt, endedBy, keepsSecond, reason }: Comparison): string {
  if (endedAt)
    return `Ended ${instant(endedAt)} by ${endedBy}, the ${keepsSecond ? 'second' : 'first'} is used. ${reason}`;
  if (verdict === 'HELPS') return 'The second is shown to be better: tonight it takes the place of the first.';
  if (verdict === 'HARMS') return 'The second is shown to be worse: tonight the comparison ends.';
  return 'It goes on: neither is shown to be worse, on whatever day one looks.';
}

const columnsOf = (end: (row: Comparison) => void): Column<Comparison>[] => [
  {
    key: 'what',
    title: 'Words against words',
    phone: 'title',
    wide: true,
    cell: ({ first, second, situation, language, step }) => (
      <>
        <div>1. {first.subject}</div>
        <div>2. {second.subject}</div>
        <div className="small muted">
          {situationText[situation]}, {languageText[language]}
          {step && `, step ${step}`}
        </div>
      </>
    ),
  },
  {
    key: 'paid',
    title: 'Paid in time',
    phone: 'detail',
    cell: ({ result: { first, second } }) => (
      <>
        <div className="nowrap">1. {paid(first)}</div>
        <div className="nowrap">2. {paid(second)}</div>
      </>
    ),
  },
  {
    key: 'adds',
    title: 'What the second adds',
    phone: 'detail',
    cell: (row) => (
      <>
        <div className="nowrap">{shown(row)}</div>
        {row.result.daysEarlier !== null && (
          <div className="nowrap small muted">
            {days(row.result.daysEarlier)} days earlier ({days(row.result.daysEarlierInterval?.[0] ?? 0)} to{' '}
            {days(row.result.daysEarlierInterval?.[1] ?? 0)})
          </div>
        )}
      </>
    ),
  },
  {
    key: 'means',
    title: 'What it means',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        <div>{means(row)}</div>
        <div className="small muted">
          Begun {instant(row.begunAt)} by {row.begunBy}.
        </div>
        {row.endedAt === null && (
          <Allowed to="settings.change">
            <Button variant="default" size="compact-xs" h={26} onClick={() => end(row)}>
              End it
            </Button>
          </Allowed>
        )}
      </>
    ),
  },
];

/** Two templates against each other, and what came of it. */
export function TemplateComparisons() {
  const paging = usePaging('comparisons');
  const [ending, setEnding] = useState<Comparison | null>(null);
  const asked = useAsk(TemplateComparisonsQuery, { first: size, after: paging.after });
  return (
    <section className="stack" aria-labelledby="comparisons">
      <h2 id="comparisons">Which words work better?</h2>
      <p className="muted">
        Half of the customers are drawn to get the second words, the same half as long as it lasts. In time is by the
        due day, or within a week of the message where that was over. Intervals hold with 95 % confidence. From fifty
        customers of each on, the one that is shown to be worse is not used any more.
      </p>
      <PagedTable
        of={asked}
        page={({ templateComparisons }) => templateComparisons}
        what="the comparisons"
        lines={2}
        empty="No words were tried against others yet. Open a template above, change it, and try it against the one in use."
        label="Comparisons of templates"
        columns={columnsOf(setEnding)}
        keyOf={(row) => row.id}
        paging={paging}
        size={size}
        one="comparison"
        many="comparisons"
      />
      {ending && <End of={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function End({ of, onClose }: { of: Comparison; onClose: () => void }) {
  const say = useSay();
  const [keeps, setKeeps] = useState('first');
  const [reason, setReason] = useState('');
  const act = useAct(EndTemplateComparison, ({ endTemplateComparison: { keepsSecond } }) => {
    say(`The comparison is over. Messages planned from now on say the ${keepsSecond ? 'second' : 'first'}.`);
    onClose();
  });
  return (
    <Confirm
      title="End the comparison?"
      action="End the comparison"
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({ input: { comparisonId: of.id, keepsSecond: keeps === 'second', reason: reason.trim() } })
      }
    >
      <Radio.Group label="Which words are used from now on?" value={keeps} onChange={setKeeps}>
        <div className="stack">
          <Radio value="first" label={`The first: ${of.first.subject}`} />
          <Radio value="second" label={`The second: ${of.second.subject}`} />
        </div>
      </Radio.Group>
      <TextInput
        label="Why"
        description="Kept here and in the audit."
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
