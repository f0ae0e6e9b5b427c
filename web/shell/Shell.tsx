import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Route, Routes, useLocation, useNavigationType } from 'react-router';
import { BookContext } from '../as-of.js';
import { useAsk } from '../graphql.js';
import { routes } from '../routes.js';
import { useMay } from '../session/me.js';
import { Boundary } from '../ui/Boundary.js';
import { Faces } from '../ui/Faces.js';
import { PageSkeleton } from '../ui/PageSkeleton.js';
import { BookNotes } from './BookNotes.js';
import { BookQuery } from './book.graphql.js';
import { Rail } from './Rail.js';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.js';

const NotAllowed = lazy(() => import('../pages/not-found/NotAllowed.js'));

export function Shell() {
  const asked = useAsk(BookQuery, {});
  const main = useMainOnArrival();
  const may = useMay();
  const book = asked.data?.book ?? null;
  return (
    <BookContext value={book}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <div className={classes.shell}>
        <Rail />
        <div className={classes.body}>
          <TopBar />
          <main id="content" ref={main} tabIndex={-1} className={classes.main}>
            <Faces of={asked} what="the book" skeleton={<PageSkeleton />}>
              {() => (
                <>
                  <BookNotes />
                  <Routes>
                    {routes.map((route) => (
                      <Route
                        key={route.path}
                        path={route.path}
                        element={
                          <Arrived title={route.title}>
                            {route.needs && !may(route.needs) ? <NotAllowed title={route.title} /> : <route.page />}
                          </Arrived>
                        }
                      />
                    ))}
                  </Routes>
                </>
              )}
            </Faces>
          </main>
        </div>
      </div>
    </BookContext>
  );
}

function Arrived({ title, children }: { title: string; children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname} what={`the page ${title}`}>
      <title>{`${title} · Goodstanding`}</title>
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </Boundary>
  );
}

/** A new page begins at its top, and with the keyboard in it. */
function useMainOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const way = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (way !== 'POP') window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, way]);
  return main;
}
