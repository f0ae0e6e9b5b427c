import { useEffect, useRef } from 'react';
import { count, counted } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Go } from '../../ui/Go.js';
import { useSay } from '../../ui/Say.js';
import { SendingProgressQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

/** Often while it moves; a server that says “later” is asked again over hours, and needs no watching by the second. */
const pace = { moving: 1000, waiting: 10_000 };

/** How far the messages of a day are. It is asked of the server, so it is here again for whoever comes back. */
export function SendingProgress({ on }: { on: string }) {
  const say = useSay();
  const lastLeft = useRef(0);
  const asked = useAsk(
    SendingProgressQuery,
    { on },
    {
      every: (data) => {
        const left = (data?.queued.totalCount ?? 0) + (data?.sending.totalCount ?? 0);
        const hasMoved = left !== lastLeft.current;
        lastLeft.current = left;
        if (left === 0) return false;
        return hasMoved || (data?.sending.totalCount ?? 0) > 0 ? pace.moving : pace.waiting;
      },
    },
  );
  const of = asked.isPlaceholderData ? undefined : asked.data;
  const left = of ? of.queued.totalCount + of.sending.totalCount : 0;
  const done = of ? of.sent.totalCount + of.refused.totalCount + of.unknown.totalCount + of.cancelled.totalCount : 0;
  const wasMoving = useRef(false);
  useEffect(() => {
    if (of && wasMoving.current && left === 0) say(`All ${count(done)} messages of this day are dealt with.`);
    wasMoving.current = left > 0;
  }, [of, left, done, say]);
  if (!of || left + done === 0) return null;
  const parts = [
    left > 0 && `${count(left)} on the way`,
    of.sent.totalCount > 0 && `${count(of.sent.totalCount)} sent`,
    of.refused.totalCount > 0 && `${count(of.refused.totalCount)} refused`,
    of.unknown.totalCount > 0 && `${count(of.unknown.totalCount)} in doubt`,
    of.cancelled.totalCount > 0 && `${count(of.cancelled.totalCount)} not needed any more`,
  ];
  return (
    <div className={classes.progress}>
      {left > 0 && <progress aria-label="Messages sent" max={left + done} value={done} />}
      <span>
        {counted(left + done, 'message', 'messages')} of this day: {parts.filter(Boolean).join(', ')}.
      </span>
      <Go to="/reminders" with={{ tab: 'sent', on, day: on }}>
        See each
      </Go>
      {of.unknown.totalCount > 0 && (
        <Go to="/reminders" with={{ tab: 'sent', on, day: on, state: 'UNKNOWN' }}>
          Settle those in doubt
        </Go>
      )}
    </div>
  );
}
