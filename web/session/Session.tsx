import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useAsk } from '../graphql.js';
import { Faces } from '../ui/Faces.js';
import { PageSkeleton } from '../ui/PageSkeleton.js';
import { MeContext } from './me.js';
import { SessionQuery } from './session.graphql.js';

const FactorFirstPage = lazy(() => import('../pages/account/FactorFirstPage.js'));
const SignInPage = lazy(() => import('../pages/sign-in/SignInPage.js'));
const ApplyPage = lazy(() => import('../pages/apply/ApplyPage.js'));
const SetPasswordPage = lazy(() => import('../pages/sign-in/SetPasswordPage.js'));

/** What a link opens, for whoever holds it. */
const byLink: Record<string, typeof ApplyPage> = { '/set-password': SetPasswordPage, '/apply': ApplyPage };

/** Shows the pages to who has signed in, and the way in to everybody else. */
export function Session({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [stays, setStays] = useState(false);
  const Linked = byLink[pathname];
  const asked = useAsk(SessionQuery, {}, { enabled: !Linked });
  const client = useQueryClient();
  const isNobody = asked.data?.me === null;
  useEffect(() => {
    // What was asked for one person is not there for the next who signs in on this page.
    if (isNobody) client.removeQueries({ type: 'inactive' });
  }, [isNobody, client]);
  if (Linked)
    return (
      <Suspense>
        <Linked />
      </Suspense>
    );
  return (
    <Faces of={asked} what="who is signed in" skeleton={<PageSkeleton />}>
      {({ me }) =>
        me && (me.mustAddSecondFactor || stays) ? (
          <Suspense>
            <FactorFirstPage onStay={() => setStays(true)} onGoOn={() => setStays(false)} />
          </Suspense>
        ) : me ? (
          <MeContext value={me}>{children}</MeContext>
        ) : (
          <Suspense>
            <SignInPage />
          </Suspense>
        )
      }
    </Faces>
  );
}
