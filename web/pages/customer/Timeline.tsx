import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress } from '../../address.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Money } from '../../ui/Money.js';
import { Select } from '../../ui/Select.js';
import { timelineText } from '../../ui/words.js';
import { TimelineQuery } from './customer.graphql.js';
import classes from './customer.module.css';

const more = 15;
const kinds = Object.keys(timelineText) as (keyof typeof timelineText)[];

/** Everything that happened with this customer, newest first. */
export function Timeline({ id, asOf }: { id: string; asOf: string }) {
  const [first, setFirst] = useState(more);
  const { get, set } = useAddress();
  const kind = kinds.find((each) => each === get('happened')) ?? '';
  const asked = useAsk(TimelineQuery, { id, asOf, first, filter: kind ? { kind: [kind] } : null });
  return (
    <section className="stack" aria-labelledby="timeline">
      <div className="head">
        <h2 id="timeline">What happened</h2>
        <Select
          label="What kind of thing"
          any="Everything"
          value={kind}
          choices={timelineText}
          onChange={(value) => set({ happened: value })}
        />
      </div>
      <Faces
        of={asked}
        what="the time line"
        skeleton={<Lines count={8} />}
        isEmpty={({ customer }) => customer.timeline.nodes.length === 0}
        empty={
          kind ? 'Nothing of this kind happened on or before this day.' : 'Nothing happened yet on or before this day.'
        }
      >
        {({ customer: { timeline } }) => (
          <>
            <ol className={classes.timeline}>
              {timeline.nodes.map((entry) => (
                <li key={entry.id}>
                  <time dateTime={entry.on}>{day(entry.on)}</time>
                  <span>{entry.title}</span>
                  {entry.amount && <Money value={entry.amount} />}
                </li>
              ))}
            </ol>
            {timeline.pageInfo.hasNextPage && first < 100 && (
              <div>
                <Button
                  variant="default"
                  loading={asked.isFetching}
                  onClick={() => setFirst(Math.min(100, first + more))}
                >
                  Show earlier entries
                </Button>
              </div>
            )}
          </>
        )}
      </Faces>
    </section>
  );
}
