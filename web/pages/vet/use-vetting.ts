import { useState } from 'react';
import { ask, type ResultOf, useAct, type VariablesOf } from '../../graphql.js';
import { useAskUntilAnswered } from '../../ui/use-ask-until-answered.js';
import { Vet } from './vet.graphql.js';

type Input = VariablesOf<typeof Vet>['input'];
type Result = ResultOf<typeof Vet>['vet'];

/** Vets; while a provider has not answered, vets the same again by itself. What is kept is decided anew on the server. */
export function useVetting(kept: (decision: NonNullable<Result['decision']>) => void) {
  const [last, setLast] = useState<{ input: Input; result: Result } | null>(null);
  const act = useAct(Vet, ({ vet }) => {
    if (vet.decision) kept(vet.decision);
  });
  useAskUntilAnswered(last !== null && !last.result.decision && last.result.asking.length > 0, async () => {
    if (!last) return;
    const { input } = last;
    const { vet: result } = await ask(Vet, { input });
    // Not over what was vetted meanwhile.
    setLast((now) => (now === last ? { input, result } : now));
  });
  return {
    act,
    result: last?.result,
    vet: (next: Input) => {
      setLast(null);
      act.mutate({ input: next }, { onSuccess: ({ vet }) => setLast({ input: next, result: vet }) });
    },
    forget: () => {
      setLast(null);
      act.reset();
    },
  };
}
