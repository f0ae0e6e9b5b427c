import { useAsk } from '../../graphql.js';
import { useMay } from '../../session/me.js';
import { ProvidersQuery } from '../../ui/credit-check.graphql.js';
import { askedByItself } from './asked-by-itself.js';
import type { Draft } from './draft.js';

/** Says before it happens whom “Recommend” will ask by itself, since asking may cost. */
export function WhoIsAsked({ draft }: { draft: Draft }) {
  const mayAsk = useMay()('credit-checks.request');
  const asked = useAsk(ProvidersQuery, {}, { enabled: mayAsk });
  const sentence = mayAsk ? askedByItself(asked.data?.creditCheckProviders ?? [], draft) : null;
  return sentence && <p className="muted small">{sentence}</p>;
}
