import { Button } from '@mantine/core';
import { useState } from 'react';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Money } from '../../ui/Money.js';
import { TimelineQuery } from './customer.graphql.js';
import classes from './customer.module.css';

const more = 15;

/** Everything that happened with this customer, newest first. */
export function Timeline({ id, asOf }: { id: string; asOf: string }) {
  const [first, setFirst] = useState(more);
  const asked = useAsk(TimelineQuery, { id, asOf, first });
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">What happened</h2>
      <Faces
        of={asked}
        what="the time line"
        skeleton={<Lines count={8} />}
        isEmpty={({ customer }) => customer.timeline.nodes.length === 0}
        empty="Nothing happened yet on or before this day."
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
