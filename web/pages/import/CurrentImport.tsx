import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { count, counted } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { DropZone } from './DropZone.js';
import { FileList } from './FileList.js';
import { type Import, ImportQuery } from './import.graphql.js';
import { MappingStep } from './MappingStep.js';
import { Posted } from './Posted.js';
import { PostStep } from './PostStep.js';
import { ImportProgress } from './Progress.js';
import { Report } from './Report.js';

type Props = { id: string; onOpen: (id: string | null) => void };

const askEveryMs = 500;
const isBusy = (state?: Import['state']) => state === 'UPLOADED' || state === 'CHECKING' || state === 'POSTING';

/** One import from its files to the book; what is shown follows from its state alone. */
export function CurrentImport({ id, onOpen }: Props) {
  const asked = useAsk(ImportQuery, { id }, { every: (data) => (isBusy(data?.import.state) ? askEveryMs : false) });
  useNews(asked.data?.import.state);
  return (
    <section className="stack" aria-labelledby="current">
      <div className="head">
        <div role="status">
          <h2 id="current">{asked.data ? titleOf(asked.data.import) : 'This import'}</h2>
        </div>
        <Button variant="default" onClick={() => onOpen(null)}>
          Import other files
        </Button>
      </div>
      <Faces of={asked} what="this import" skeleton={<Lines count={8} />}>
        {({ import: one }) => (
          <>
            <FileList files={one.files} />
            <Step of={one} onOpen={onOpen} />
          </>
        )}
      </Faces>
    </section>
  );
}

function Step({ of: one, onOpen }: { of: Import; onOpen: Props['onOpen'] }) {
  if (one.state === 'NEEDS_MAPPING') return <MappingStep of={one} />;
  if (one.state === 'FAILED') {
    return (
      <>
        <p role="alert">{one.error ?? 'Something went wrong.'} Nothing was imported.</p>
        <p className="muted">Put right what it says, then drop all files of this import again.</p>
        <Allowed to="imports.post">
          <DropZone onUploaded={onOpen} />
        </Allowed>
      </>
    );
  }
  if (isBusy(one.state) || !one.report) return <ImportProgress progress={one.progress} />;
  return (
    <>
      {one.state === 'POSTED' ? (
        <Posted id={one.id} report={one.report} />
      ) : (
        <Allowed to="imports.post">
          <PostStep id={one.id} report={one.report} error={one.error} />
        </Allowed>
      )}
      <Report id={one.id} report={one.report} isPosted={one.state === 'POSTED'} />
    </>
  );
}

function titleOf({ state, files, report }: Import): string {
  const what = counted(files.length, 'file', 'files');
  if (state === 'POSTED') return `Imported in ${count(report?.seconds, 1)} s`;
  if (state === 'POSTING') return `Importing ${what}`;
  if (state === 'CHECKED') return `${what} checked, nothing imported yet`;
  if (state === 'NEEDS_MAPPING') return 'What do the columns mean?';
  if (state === 'FAILED') return `${what} could not be imported`;
  return `Checking ${what}`;
}

/** The list of imports follows every step; an import that has arrived changes every page. */
function useNews(state: Import['state'] | undefined) {
  const client = useQueryClient();
  const before = useRef(state);
  useEffect(() => {
    const last = before.current;
    before.current = state;
    if (!last || !state || last === state) return;
    client.invalidateQueries(state === 'POSTED' ? undefined : { queryKey: ['Imports'] });
  }, [client, state]);
}
