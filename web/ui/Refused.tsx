import { Failure } from '../graphql.js';

/** Why something that was asked for was not done. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p role="alert" className="overdue">
      {error instanceof Failure ? error.message : 'Something went wrong.'}
    </p>
  );
}
