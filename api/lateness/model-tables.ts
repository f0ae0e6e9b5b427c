import { type Correction, type LatenessModel, termTitles } from '../../analytics/index.js';
import type { ModelTable } from './model.view.js';

const kindsOfDay = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'a holiday'];

/** The tables of a model, row by row: with the habit of each customer they are all there is to it. */
export function tablesOf({ untilDue, spans, settings }: LatenessModel): ModelTable[] {
  const table = (correction: Correction, moves: string): ModelTable => ({
    term: correction.term,
    title: termTitles[correction.term],
    moves,
    rows: correction.effects.flatMap((effect, bin) => {
      const reading = readingOf(correction, bin, settings.lead);
      return reading === null ? [] : [{ reading, effect }];
    }),
  });
  return [
    ...untilDue.map((correction) => table(correction, 'being paid, each day until due')),
    ...spans.flatMap(({ fromDay, toDay, corrections }) =>
      corrections.map((correction) => table(correction, `staying open from ${fromDay} to ${toDay} days after due`)),
    ),
  ];
}

/** Which readings fall into a bin; null for the one that no day can. */
function readingOf({ term, edges, effects }: Correction, bin: number, lead: number): string | null {
  if (term === 'day') return bin > lead ? null : `${lead - bin}`;
  if (term === 'dayKind') return kindsOfDay[bin] ?? null;
  if (term === 'restBefore') return bin > 4 ? null : `${bin}`;
  if (bin === effects.length - 1) return 'not known';
  const [low, high] = [edges[bin - 1], edges[bin]].map((edge) => (edge === undefined ? undefined : rounded(edge)));
  if (low === undefined) return high === undefined ? 'any' : `below ${high}`;
  return high === undefined ? `${low} and more` : `${low} to ${high}`;
}

const rounded = (edge: number) => String(Number(edge.toPrecision(3)));
