import { useAsk } from '../graphql.js';
import { useMay } from '../session/me.js';
import { type Asking, askedByItself } from './asked-by-itself.js';
import { ProvidersQuery } from './credit-check.graphql.js';

/** Says before it happens whom a button will ask by itself, since asking may cost. */
export function WhoIsAsked(asking: Asking) {
  const mayAsk = useMay()('credit-checks.request');
  const asked = useAsk(ProvidersQuery, {}, { enabled: mayAsk });
  const sentence = mayAsk ? askedByItself(asked.data?.creditCheckProviders ?? [], asking) : null;
  return sentence && <p className="muted small">{sentence}</p>;
}
