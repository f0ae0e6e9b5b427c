import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useAsk } from '../graphql.js';
import { Faces } from '../ui/Faces.js';
import { PageSkeleton } from '../ui/PageSkeleton.js';
import { MeContext } from './me.js';
import { SessionQuery } from './session.graphql.js';

const SignInPage = lazy(() => import('../pages/sign-in/SignInPage.js'));
const SetPasswordPage = lazy(() => import('../pages/sign-in/SetPasswordPage.js'));

/** Shows the pages to who has signed in, and the way in to everybody else. */
export function Session({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const asked = useAsk(SessionQuery, {});
  if (pathname === '/set-password')
    return (
      <Suspense>
        <SetPasswordPage />
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
