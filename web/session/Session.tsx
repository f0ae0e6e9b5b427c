import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useAsk } from '../graphql.js';
import { Faces } from '../ui/Faces.js';
import { PageSkeleton } from '../ui/PageSkeleton.js';
import { MeContext } from './me.js';
import { SessionQuery } from './session.graphql.js';

const SignInPage = lazy(() => import('../pages/sign-in/SignInPage.js'));
const ApplyPage = lazy(() => import('../pages/apply/ApplyPage.js'));
const SetPasswordPage = lazy(() => import('../pages/sign-in/SetPasswordPage.js'));

/** What a link opens, for whoever holds it. */
const byLink: Record<string, typeof ApplyPage> = { '/set-password': SetPasswordPage, '/apply': ApplyPage };

/** Shows the pages to who has signed in, and the way in to everybody else. */
export function Session({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const Linked = byLink[pathname];
  const asked = useAsk(SessionQuery, {}, { enabled: !Linked });
  if (Linked)
    return (
      <Suspense>
        <Linked />
      </Suspense>
    );
  return (
    <Faces of={asked} what="who is signed in" skeleton={<PageSkeleton />}>
      {({ me }) =>
        me ? (
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
