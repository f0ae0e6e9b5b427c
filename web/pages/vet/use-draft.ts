import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useAddress } from '../../address.js';
import { ask, useAsk } from '../../graphql.js';
import { asAnswers, keptText, useKept } from '../../ui/use-kept.js';
import { CreditApplicationQuery, KeepCreditApplication } from './applications.graphql.js';
import { type Draft, emptyDraft } from './draft.js';
import { DRAFT_KEY } from './kept-draft.js';

/** What is in the form: of the application that is open, kept there as it is typed, or else of this browser. */
export function useDraft(currency: string, mayVet: boolean) {
  const { get, set } = useAddress();
  const id = get('application');
  const [local, setLocal] = useLocalStorage<Draft>({ key: DRAFT_KEY, defaultValue: emptyDraft });
  const asked = useAsk(CreditApplicationQuery, { applicationId: id }, { enabled: id !== '' && mayVet });
  const application = id === '' ? undefined : asked.data?.creditApplication;
  const [typed, setTyped] = useState<{ id: string; texts: Partial<Draft> }>({ id, texts: {} });
  const kept = useKept((texts) =>
    ask(KeepCreditApplication, { input: { applicationId: id, answers: asAnswers(texts) } }),
  );
  const written =
    id === ''
      ? local
      : {
          ...Object.fromEntries((application?.answers ?? []).map(({ question, text }) => [question, text])),
          ...(typed.id === id ? typed.texts : {}),
        };
  const draft: Draft = { ...emptyDraft, ...written };
  draft.currency ||= currency;
  const change = (next: Draft) => {
    if (id === '') {
      setLocal(next);
      return;
    }
    const names = Object.keys(next) as (keyof Draft)[];
    const changed = Object.fromEntries(
      names.filter((name) => next[name] !== draft[name]).map((name) => [name, next[name]]),
    );
    setTyped({ id, texts: { ...(typed.id === id ? typed.texts : {}), ...changed } });
    kept.change(changed);
  };
  return {
    draft,
    change,
    asked,
    application,
    applicationId: id,
    keptText: keptText[kept.state],
    close: () => {
      void kept.flush();
      setTyped({ id: '', texts: {} });
      set({ application: null });
    },
  };
}
