import { useBook } from '../../as-of.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { type Import, ImportKindsQuery } from './import.graphql.js';
import { MappingForm } from './MappingForm.js';

/** Said once for each header we do not know; the next file with the same header is read the same way. */
export function MappingStep({ of: one }: { of: Import }) {
  const asked = useAsk(ImportKindsQuery, {});
  const { reportingCurrency } = useBook();
  const unknown = one.files.filter((file) => !file.format);
  // A known file can still leave open how its dates or amounts are to be read.
  const files = unknown.length > 0 ? unknown : one.files;
  return (
    <>
      {one.error && (
        <Notice tone="warn">
          <span>{one.error}</span>
        </Notice>
      )}
      <p className="muted">
        {unknown.length > 0
          ? 'Choose what each column holds; what you do not need stays “Left out”.'
          : 'The columns are known. Choose below how dates or amounts are to be read, and check the file again.'}{' '}
        This is remembered for the next file with the same columns.
      </p>
      <Faces of={asked} what="what a file can hold" skeleton={<Lines count={6} />}>
        {({ importKinds }) =>
          files.map((file) => (
            <MappingForm
              key={file.name}
              importId={one.id}
              file={file}
              kinds={importKinds}
              currency={reportingCurrency}
            />
          ))
        }
      </Faces>
    </>
  );
}
