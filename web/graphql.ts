import { print } from '@0no-co/graphql.web';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { initGraphQLTada, type TadaDocumentNode } from 'gql.tada';
import type { introspection } from './graphql-env.js';

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { MinorUnits: number; Day: string; Instant: string; JSON: unknown };
}>();

/** What went wrong, in a sentence for people; `code` is stable, `reference` finds the entry in the server's log. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly reference?: string,
    /** What is wrong with which field of what was sent. */
    readonly fields: readonly { field: string; sentence: string }[] = [],
  ) {
    super(message);
  }
}

const nobodyAnswers = () =>
  new Failure('The server does not answer. See that Goodstanding is still running, then try again.', 'NO_ANSWER');

/** The answer as JSON, or a `Failure`: also when nobody answers, or something that is not ours does. */
export async function fetchJson<T>(address: string, request?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch {
    throw nobodyAnswers();
  }
  const body = await response.json().catch(() => null);
  if (body === null) throw nobodyAnswers();
  if (!response.ok && !('errors' in body))
    throw new Failure(body.message ?? 'Something went wrong.', body.code ?? 'FAILED');
  return body as T;
}

type Extensions = { code?: string; reference?: string; fields?: { field: string; sentence: string }[] };
type Answer<R> = {
  data?: R | null;
  errors?: { message: string; extensions?: Extensions }[];
};

function operationName(document: TadaDocumentNode<unknown, never>): string {
  const [first] = document.definitions;
  return first && 'name' in first ? (first.name?.value ?? '') : '';
}

export async function ask<R, V>(document: TadaDocumentNode<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  const body = await fetchJson<Answer<R>>('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({
      operationName: operationName(document as TadaDocumentNode<unknown, never>),
      query: print(document as Parameters<typeof print>[0]),
      variables,
    }),
    signal,
  });
  const error = body.errors?.[0];
  if (error) {
    const { code = 'FAILED', reference, fields } = error.extensions ?? {};
    throw new Failure(error.message, code, reference, fields);
  }
  if (!body.data) throw nobodyAnswers();
  return body.data;
}

/** Reads; shows the previous rows while the next ones come. `every` asks again after that many milliseconds. */
export function useAsk<R, V>(
  document: TadaDocumentNode<R, V>,
  variables: V,
  options: { enabled?: boolean; every?: (data: R | undefined) => number | false } = {},
) {
  return useQuery({
    queryKey: [operationName(document as TadaDocumentNode<unknown, never>), variables],
    queryFn: ({ signal }) => ask(document, variables, signal),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.every ? (query) => options.every?.(query.state.data) ?? false : undefined,
  });
}

/** Acts, then lets every page read again: one act can change a balance, a list and a standing at once. */
export function useAct<R, V>(document: TadaDocumentNode<R, V>, done?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation<R, Failure, V>({
    mutationFn: (variables) => ask(document, variables),
    onSuccess: (result) => {
      done?.(result);
      return client.invalidateQueries();
    },
  });
}
