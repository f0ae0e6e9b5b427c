import { createContext, useContext } from 'react';
import { useSearchParams } from 'react-router';
import type { ResultOf } from './graphql.js';
import type { BookQuery } from './shell/book.graphql.js';

export type Book = ResultOf<typeof BookQuery>['book'];

export const BookContext = createContext<Book | null>(null);

export function useBook(): Book {
  const book = useContext(BookContext);
  if (!book) throw new Error('A page is shown only when the book is known.');
  return book;
}

/** A real day written YYYY-MM-DD, in a century somebody could mean. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day in the address, else the day the book suggests. */
export function useAsOf(): { asOf: string; isChosen: boolean; misread: string | null } {
  const book = useBook();
  const [params] = useSearchParams();
  const asked = params.get('asOf') ?? '';
  if (isDay(asked)) return { asOf: asked, isChosen: true, misread: null };
  return { asOf: book.suggestedAsOf, isChosen: false, misread: asked || null };
}

/** The address of a page, still as of the day the reader chose. */
export function useLinkTo() {
  const [params] = useSearchParams();
  const asOf = params.get('asOf');
  return (path: string, search: Record<string, string | null | undefined> = {}) => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) if (value) next.set(name, value);
    if (asOf && isDay(asOf) && !next.has('asOf')) next.set('asOf', asOf);
    const text = next.toString();
    return text ? `${path}?${text}` : path;
  };
}
