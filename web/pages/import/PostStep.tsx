import { Button } from '@mantine/core';
import { useState } from 'react';
import { count, counted } from '../../format.js';
import { Failure, useAct } from '../../graphql.js';
import { useMe } from '../../session/me.js';
import { Notice } from '../../ui/Notice.js';
import { changed } from './counts.js';
import { type ImportReport, PostImport } from './import.graphql.js';

/** The one step that writes. What it would write is said on the button. */
export function PostStep({ id, report, error }: { id: string; report: ImportReport; error: string | null }) {
  const [keepDemo, setKeepDemo] = useState(false);
  const isVisitor = useMe().person.isDemo;
  const act = useAct(PostImport);
  const good = changed(report);
  const bad = report.badRowCount;
  const post = () => act.mutate({ input: { importId: id, acceptGood: bad > 0, keepDemo } });
  const isNothing = good === 0;
  const problem = act.error instanceof Failure ? act.error.message : act.error ? 'Something went wrong.' : error;
  return (
    <div className="stack">
      {report.removesDemoBook && !isNothing && (
        <Notice tone="warn">
          <span>
            {keepDemo
              ? 'The demo book stays: your customers will stand beside the invented ones.'
              : 'The demo book will be removed: your ledger takes the place of the invented customers.'}
          </span>
          {isVisitor && !keepDemo && (
            <span>
              From then on nobody signs in by one click: make yourself a person with{' '}
              <code>npx goodstanding people add you@example.com --name "Your Name" --role manager</code> on this
              machine, now or afterwards; until you sign out you stay in.
            </span>
          )}
          <label className="row">
            <input type="checkbox" checked={keepDemo} onChange={(event) => setKeepDemo(event.target.checked)} />
            Keep the demo book
          </label>
        </Notice>
      )}
      <div className="row">
        <Button size="sm" disabled={isNothing} loading={act.isPending} onClick={post} aria-describedby="what-it-does">
          {bad > 0 ? `Import the good rows, set ${count(bad)} aside` : `Import all ${counted(good, 'row', 'rows')}`}
        </Button>
        <span id="what-it-does" className="muted">
          {sentenceOf(good, bad)}
        </span>
      </div>
      {problem && (
        <p role="alert" className="overdue">
          {problem}
        </p>
      )}
    </div>
  );
}

function sentenceOf(good: number, bad: number): string {
  if (good > 0 && bad > 0)
    return 'All good rows at once or none. Download the others, correct them and import them later.';
  if (good > 0) return 'All at once or nothing. Importing the same files again changes nothing.';
  if (bad > 0)
    return 'There is nothing to import: no row is both good and new. Correct the rows below and drop the files again.';
  return 'There is nothing to import: all of this is in the book already.';
}
