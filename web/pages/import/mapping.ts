import type { VariablesOf } from '../../graphql.js';
import type { ImportFile, ImportKind, MapImportFile } from './import.graphql.js';

/** What somebody says a file means; `fields` has one entry a column, empty where it is left out. */
export type Mapping = { kind: string; fields: string[]; dateOrder: string; decimalSign: string; currency: string };

const kindNamed = (kinds: readonly ImportKind[], kind: string | null) => kinds.find((one) => one.kind === kind);

/** What the server proposes and what was said the last time, as far as the kind has such fields. */
export function proposed(file: ImportFile, kinds: readonly ImportKind[], currency: string): Mapping {
  const kind = kindNamed(kinds, file.kind) ?? kinds[0];
  const fields = file.header.map((name) => file.proposedMapping.find(({ column }) => column === name)?.field ?? '');
  const said = {
    dateOrder: file.proposedDateOrder ?? '',
    decimalSign: file.proposedDecimalSign ?? '',
    currency: file.proposedCurrency ?? currency,
  };
  return withKind({ kind: '', fields, ...said }, kind);
}

/** Another kind keeps the fields that it has too. */
export function withKind(mapping: Mapping, kind: ImportKind | undefined): Mapping {
  const has = new Set(kind?.fields.map(({ field }) => field));
  const fields = mapping.fields.map((field) => (has.has(field) ? field : ''));
  return { ...mapping, kind: kind?.kind ?? '', fields };
}

/** What must be settled before the file can be read, in sentences. */
export function problemsOf({ fields }: Mapping, kind: ImportKind): string[] {
  const twice = kind.fields.filter(({ field }) => fields.indexOf(field) !== fields.lastIndexOf(field));
  const absent = kind.fields.filter(({ field, required }) => required && !fields.includes(field));
  return [
    ...twice.map(({ title }) => `${title} is chosen for more than one column.`),
    ...(absent.length > 0 ? [`Still without a column: ${absent.map(({ title }) => title).join(', ')}.`] : []),
  ];
}

/** A file that does not say its currency is all in one, which somebody must name. */
export const needsCurrency = ({ fields }: Mapping, kind: ImportKind) =>
  kind.fields.some(({ field }) => field === 'currency') && !fields.includes('currency');

export function toInput(importId: string, file: ImportFile, mapping: Mapping, kind: ImportKind) {
  return {
    importId,
    file: file.name,
    kind: kind.kind,
    mapping: file.header.flatMap((column, at) => {
      const field = mapping.fields[at];
      return field ? [{ column, field }] : [];
    }),
    dateOrder: mapping.dateOrder || null,
    decimalSign: mapping.decimalSign || null,
    currency: needsCurrency(mapping, kind) ? mapping.currency : null,
  } satisfies VariablesOf<typeof MapImportFile>['input'];
}
