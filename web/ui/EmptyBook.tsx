import { Allowed } from '../session/Allowed.js';
import { Go } from './Go.js';

/** How to fill a page that has nothing to show because there is no ledger yet. */
export function EmptyBook({ what }: { what: string }) {
  return (
    <>
      <h2>No {what} yet</h2>
      <p>
        The book is empty.{' '}
        <Allowed to="imports.post">
          <Go to="/import">Import your ledger</Go> as CSV: nothing is kept before you have seen what is in it.
        </Allowed>
      </p>
    </>
  );
}
