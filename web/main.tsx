import '@fontsource-variable/inter/wght.css';
import './mantine.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Failure } from './graphql.js';
import { Shell } from './shell/Shell.js';
import { theme, themeVariables } from './theme.js';
import { Sayer } from './ui/Say.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // The server's own sentence is final; only silence is worth a second try.
      retry: (failures, error) => failures < 1 && error instanceof Failure && error.code === 'NO_ANSWER',
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
            <Shell />
          </BrowserRouter>
        </Sayer>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
