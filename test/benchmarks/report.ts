/** The figures as a table for people and as JSON for scripts. */
import { type Measurement, ratioOf, useOf } from './measurement.js';

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

export function table(measurements: readonly Measurement[]): string {
  const rows = [['', 'value', 'unit', 'floor', 'ratio', 'target', '']];
  for (const of of measurements) {
    const ratio = ratioOf(of);
    const name = of.part ? `${of.name} (${of.part})` : of.name;
    const verdict = of.target === null ? '' : useOf(of) <= 1 ? 'ok' : 'MISSED';
    rows.push([
      name,
      digits(of.value),
      of.unit,
      of.floor === null ? '' : digits(of.floor),
      ratio === null ? '' : ratio.toFixed(2),
      of.target === null ? '' : `≤ ${of.target}${ratio === null ? ` ${of.unit}` : ''}`,
      verdict,
    ]);
  }
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows
    .map((row) =>
      row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

/** One object a name: the part that comes closest to its target, or is furthest beyond it. */
export function figures(measurements: readonly Measurement[]) {
  const worst = new Map<string, Measurement>();
  for (const of of measurements) {
    const known = worst.get(of.name);
    if (!known || useOf(of) > useOf(known)) worst.set(of.name, of);
  }
  return [...worst.values()].map((of) => ({
    name: of.name,
    value: of.value,
    unit: of.unit,
    floor: of.floor,
    ratio: ratioOf(of),
  }));
}
