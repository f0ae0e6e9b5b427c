import { useEffect, useState } from 'react';
import { ask, type ResultOf, useAct, type VariablesOf } from '../../graphql.js';
import { Vet } from './vet.graphql.js';

type Input = VariablesOf<typeof Vet>['input'];
type Result = ResultOf<typeof Vet>['vet'];

/** How long a provider that is being asked is given until we look again. */
const LOOK_AGAIN_MS = 2000;

/** Vets; while a provider has not answered, vets the same again by itself. What is kept is decided anew on the server. */
export function useVetting(kept: (decision: NonNullable<Result['decision']>) => void) {
  const [last, setLast] = useState<{ input: Input; result: Result } | null>(null);
  const act = useAct(Vet, ({ vet }) => {
    if (vet.decision) kept(vet.decision);
  });
  const { input, result } = last ?? {};
  useEffect(() => {
    if (!input || !result || result.decision || result.asking.length === 0) return undefined;
    let isOver = false;
    const timer = setTimeout(async () => {
      const again = await ask(Vet, { input }).catch(() => null);
      if (again && !isOver) setLast({ input, result: again.vet });
    }, LOOK_AGAIN_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [input, result]);
  return {
    act,
    result,
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
