import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useContext, useState } from 'react';
import { useAddress } from '../address.js';
import { BookContext, useAsOf } from '../as-of.js';
import { day } from '../format.js';
import { DayField } from '../ui/DayField.js';
import { Go } from '../ui/Go.js';
import { Icon } from '../ui/Icon.js';
import classes from './TopBar.module.css';

const Search = lazy(() => import('./Search.js'));
const WhoAmI = lazy(() => import('./WhoAmI.js'));

export function TopBar() {
  const book = useContext(BookContext);
  const [isSearching, setSearching] = useState(false);
  useHotkeys([
    ['/', () => setSearching(true)],
    ['mod+K', () => setSearching(true)],
  ]);
  return (
    <header className={classes.bar}>
      {book ? <AsOfPicker /> : <span />}
      <span className={classes.right}>
        {book && (
          <Go to="/settings" className={classes.currency}>
            <span className="sr">Reporting currency </span>
            {book.reportingCurrency}
          </Go>
        )}
        <button type="button" className={classes.search} onClick={() => setSearching(true)}>
          <Icon name="search" size={14} />
          <span>Search</span>
          <kbd>/</kbd>
        </button>
        <Suspense fallback={<span className={classes.place} />}>
          <WhoAmI />
        </Suspense>
      </span>
      {isSearching && (
        <Suspense>
          <Search onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** The day all pages are as of; kept in the address, so that a link shows what its sender saw. */
function AsOfPicker() {
  const { asOf, isChosen } = useAsOf();
  const { set } = useAddress();
  const book = useContext(BookContext);
  const latest = [book?.today ?? '', book?.newestEntryOn ?? '', asOf].sort().at(-1);
  return (
    <span className={classes.day}>
      <DayField label="As of" value={asOf} max={latest} onChange={(next) => set({ asOf: next }, false)} />
      {isChosen && book && asOf !== book.suggestedAsOf && (
        <button type="button" className={classes.back} onClick={() => set({ asOf: null }, false)}>
          Back to {day(book.suggestedAsOf)}
        </button>
      )}
    </span>
  );
}
