import { Go } from '../../ui/Go.js';

export default function NotFoundPage() {
  return (
    <div className="page">
      <h1>There is no such page</h1>
      <p>
        The address leads nowhere. Search with <kbd>/</kbd> for what you meant.
      </p>
      <Go to="/">Back to the portfolio</Go>
    </div>
  );
}
