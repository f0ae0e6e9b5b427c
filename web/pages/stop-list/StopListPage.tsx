import { useAsOf, useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { Empty } from '../../ui/Faces.js';
import { NotScored } from '../../ui/NotScored.js';
import { OnHold } from './OnHold.js';
import { Proposals } from './Proposals.js';

export default function StopListPage() {
  const { asOf } = useAsOf();
  const { customerCount } = useBook();
  return (
    <div className="page">
      <div className="stack">
        <h1>Stop list as of {day(asOf)}</h1>
        <p className="muted">The rules propose; a person decides. Until then everybody is supplied as before.</p>
      </div>
      {customerCount === 0 ? (
        <Empty>
          <EmptyBook what="customers" />
        </Empty>
      ) : (
        <>
          <NotScored />
          <Proposals />
          <OnHold />
        </>
      )}
    </div>
  );
}
