import { Button } from '@mantine/core';
import { counted, day } from '../../format.js';
import { useAct, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { LettersQuery, PostLetters, PrintLetters } from './reminders.graphql.js';
import classes from './reminders.module.css';

/** Letters that a person prints and posts: of the earliest day that has some. */
export function Letters() {
  const say = useSay();
  const { data } = useAsk(LettersQuery, {});
  const print = useAct(PrintLetters, () => say('The letters are ready as one file.'));
  const post = useAct(PostLetters, () => say('Written down.'));
  const { on = null, toPrint = 0, toPost = 0 } = data?.reminderLetters ?? {};
  if (on === null) return null;
  const parts = [toPrint > 0 && `${toPrint} to print`, toPost > 0 && `${toPost} printed, to be posted`];
  return (
    <section className="stack" aria-label="Letters">
      <div className={classes.progress}>
        <span>
          {counted(toPrint + toPost, 'letter', 'letters')} of {day(on)}: {parts.filter(Boolean).join(', ')}.
        </span>
        <Allowed to="reminders.send">
          {toPrint > 0 && (
            <Button variant="default" size="compact-sm" loading={print.isPending} onClick={() => print.mutate({ on })}>
              Print the letters
            </Button>
          )}
          {toPost > 0 && (
            <>
              <a href={`/reminder-letters/${on}/letters.pdf`}>Download the printed letters</a>
              <Button
                variant="default"
                size="compact-sm"
                loading={post.isPending}
                onClick={() => post.mutate({ input: { on, werePosted: true } })}
              >
                They are posted
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                loading={post.isPending}
                onClick={() => post.mutate({ input: { on, werePosted: false } })}
              >
                None was posted: print again
              </Button>
            </>
          )}
        </Allowed>
      </div>
      <Refused error={print.error ?? post.error} />
    </section>
  );
}
