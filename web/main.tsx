import '@fontsource-variable/inter/wght.css';
import './mantine.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Failure } from './graphql.js';
import { Session } from './session/Session.js';
import { Shell } from './shell/Shell.js';
import { theme, themeVariables } from './theme.js';
import { Sayer } from './ui/Say.js';

const client: QueryClient = new QueryClient({
  // A session that ended is found out by whoever asks next; then the page asks who is signed in, and shows the way in.
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof Failure && error.code === 'UNAUTHENTICATED' && query.queryKey[0] !== 'Session')
        void client.invalidateQueries({ queryKey: ['Session'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // The server's own sentence is final; only silence is worth a second try.
      // A cookie that is none any more is taken away by its refusal.
      retry: (failures, error) =>
        failures < 1 && error instanceof Failure && ['NO_ANSWER', 'UNAUTHENTICATED'].includes(error.code),
      retryDelay: 400,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Sayer>
          <BrowserRouter>
            <Session>
              <Shell />
            </Session>
          </BrowserRouter>
        </Sayer>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
