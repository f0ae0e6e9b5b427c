import { useContext } from 'react';
import { useLocation } from 'react-router';
import { useAsOf, useBook } from '../as-of.js';
import { day } from '../format.js';
import { routes } from '../routes.js';
import { Allowed } from '../session/Allowed.js';
import { MeContext } from '../session/me.js';
import { Go } from '../ui/Go.js';
import classes from './BookNotes.module.css';

/** What one must know before believing a page: that the book is invented or ended long ago, or the day is not the one asked for. */
export function BookNotes() {
  const book = useBook();
  const me = useContext(MeContext);
  const { isChosen, misread } = useAsOf();
  const { pathname } = useLocation();
  const isDated = routes.some(
    (route) =>
      route.isDated && (route.path === pathname || (route.path.includes(':') && pathname.startsWith('/customers/'))),
  );
  const isOld = isDated && !isChosen && book.suggestedAsOf !== book.today;
  // The book is one’s own now, and nobody signs in by one click any more.
  const isStranded = !book.isDemo && (me?.person.isDemo ?? false);
  if (!book.isDemo && !isOld && !isStranded && !(isDated && misread)) return null;
  return (
    <div className={classes.notes}>
      {book.isDemo && (
        <p>
          This is the demo book: invented customers.{' '}
          <Allowed to="imports.post">
            <Go to="/import">Import your own ledger</Go> to replace it.
          </Allowed>
        </p>
      )}
      {isStranded && (
        <p>
          This is your own book: you are still in as {me?.person.name} of the demo book, for the last time. Make
          yourself a person with{' '}
          <code>npx goodstanding people add you@example.com --name "Your Name" --role manager</code>
        </p>
      )}
      {isDated && misread && (
        <p role="status">
          “{misread.slice(0, 40)}” in the address is no day such as {book.today}. This page shows{' '}
          {day(book.suggestedAsOf)}.
        </p>
      )}
      {isOld && (
        <p>
          Shown as of {day(book.suggestedAsOf)}, because the newest entry of this book is of that day. Today is{' '}
          {day(book.today)}.
        </p>
      )}
    </div>
  );
}
