import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';

const example = `# Ask the API. The documentation is behind the book on the left.
{
  portfolio {
    asOf
    total { minor currency }
    overdue { minor }
    agingByGrade { grade customers aging { current days1To30 over90 } }
  }
}
`;

interface Asked {
  query: string;
  variables?: unknown;
  operationName?: string | null;
}

async function ask(asked: Asked) {
  const headers = { 'content-type': 'application/json' };
  return (await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(asked) })).json();
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={example} />);
