import { useMe } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { Go } from '../../ui/Go.js';

/** A page that the role of the reader does not hold. */
export default function NotAllowed({ title }: { title: string }) {
  const { person } = useMe();
  return (
    <div className="page">
      <h1>{title} is not for your role</h1>
      <p>
        You are signed in as {person.name}, {roleText[person.role].title.toLowerCase()}. Whoever gives out the roles can
        change that.
      </p>
      <Go to="/">Back to the portfolio</Go>
    </div>
  );
}
