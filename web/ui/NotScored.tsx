import { Button } from '@mantine/core';
import { useAsOf, useBook } from '../as-of.js';
import { count, day } from '../format.js';
import { useAct, useAsk } from '../graphql.js';
import { Allowed } from '../session/Allowed.js';
import { Notice } from './Notice.js';
import { Refused } from './Refused.js';
import { useSay } from './Say.js';
import { ScoreBook, ScoredOnQuery } from './score.graphql.js';

/** Without a scoring run there are no grades and nothing expected; one button makes one. */
export function NotScored() {
  const { asOf } = useAsOf();
  const { customerCount } = useBook();
  const say = useSay();
  const asked = useAsk(ScoredOnQuery, { asOf });
  const act = useAct(ScoreBook, ({ scoreBook: run }) =>
    say(`Scored ${count(run.customers)} customers as of ${day(run.asOf)}.`),
  );
  if (!asked.data || asked.data.book.scoredOn || customerCount === 0) return null;
  return (
    <Notice tone="warn">
      <span>Not scored as of this day: there are no grades, and nothing says who will pay late.</span>
      <Allowed to="scores.run">
        <Button loading={act.isPending} onClick={() => act.mutate({ input: { asOf } })}>
          Score the customers as of {day(asOf)}
        </Button>
      </Allowed>
      <Refused error={act.error} />
    </Notice>
  );
}
