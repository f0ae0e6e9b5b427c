import { Go } from '../../ui/Go.js';

export default function NotFoundPage() {
  return (
    <div className="page">
      <h1>There is no such page</h1>
      <p>
        The address leads nowhere. <Go to="/">Open the portfolio</Go> or search with <kbd>/</kbd>.
      </p>
    </div>
  );
}
