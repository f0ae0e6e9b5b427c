import { useAddress } from '../../address.js';
import { Allowed } from '../../session/Allowed.js';
import { CurrentImport } from './CurrentImport.js';
import { DropZone } from './DropZone.js';
import { Examples } from './Examples.js';
import { RecentImports } from './RecentImports.js';

/** The import in work is in the address, so that leaving, reloading or sending the link finds it again. */
export default function ImportPage() {
  const { get, set } = useAddress();
  const id = get('import');
  const open = (next: string | null) => set({ import: next }, false);
  return (
    <div className="page">
      <div className="stack">
        <h1>Import your ledger</h1>
        <p className="muted">Every file is checked first. Nothing is kept before you have seen what is in it.</p>
      </div>
      {id ? (
        <CurrentImport key={id} id={id} onOpen={open} />
      ) : (
        <>
          <Allowed to="imports.post">
            <DropZone onUploaded={open} />
          </Allowed>
          <Examples />
        </>
      )}
      <RecentImports />
    </div>
  );
}
