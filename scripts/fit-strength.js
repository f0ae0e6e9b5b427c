// Fits the strength score on a file of filed accounts (columns bankrupt, year, X1 … X18 of sowide/bankruptcy_dataset), measures it
// in five folds and writes the table: node scripts/fit-strength.js FILE.csv. Only the table goes into the project, not the file.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { altmanZ, emptyAccounts, fitScorecard, modelQuality, pdFromScore, pointsOf } = await import(
  path.join(root, 'dist/analytics/index.js')
);
const { strengthRatios, strengthReadings } = await import(
  path.join(root, 'dist/analytics/accounts/strength-readings.js')
);

const file = process.argv[2];
if (!file) throw new Error('Name the file: node scripts/fit-strength.js FILE.csv');
const [head, ...lines] = fs.readFileSync(file, 'utf8').trim().split(/\r?\n/);
const names = head.split(',');
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i], value])));

const accountsOf = (row) => ({
  ...emptyAccounts,
  currency: 'USD',
  currentAssetsMinor: Number(row.X1),
  currentLiabilitiesMinor: Number(row.X14),
  totalAssetsMinor: Number(row.X10),
  totalLiabilitiesMinor: Number(row.X17),
  retainedEarningsMinor: Number(row.X15),
  ebitMinor: Number(row.X12),
  equityMinor: Number(row.X10) - Number(row.X17),
});
const cases = rows.map((row) => ({ readings: strengthReadings(accountsOf(row)), isBad: row.bankrupt === '1' }));
const years = rows.map((row) => row.year).sort();
const settings = {
  version: 'strength-1',
  from: '2026-11-22',
  source: `latest filed accounts of ${rows.length} listed companies of the United States, ${years[0]}–${years.at(-1)} (sowide/bankruptcy_dataset, CC BY 4.0)`,
  factors: strengthRatios.map(({ key, worse }) => ({ key, worse })),
};

/** Always the same fold for the same row and round. */
const foldOf = (i, round) => createHash('sha256').update(`${round} ${i}`).digest().readUInt32BE(0) % 5;
const pd = (card, { readings }) =>
  pdFromScore(
    card.factors.reduce((sum, row) => sum + pointsOf(row, readings[row.key] ?? null), card.basePoints),
    card.scale,
  );
const happened = cases.map(({ isBad }) => (isBad ? 1 : 0));
const rounds = ['a', 'b', 'c'].map((round) => {
  const told = new Array(cases.length);
  for (let fold = 0; fold < 5; fold++) {
    const card = fitScorecard(
      cases.filter((_, i) => foldOf(i, round) !== fold),
      settings,
    );
    cases.forEach((one, i) => {
      if (foldOf(i, round) === fold) told[i] = pd(card, one);
    });
  }
  return modelQuality(told, happened);
});
const mean = (of) => rounds.reduce((sum, quality) => sum + of(quality), 0) / rounds.length;
const byZ = rows.map((row) => 1 / (1 + Math.exp(altmanZ(accountsOf(row)).z ?? 0)));
const metrics = {
  folds: 5,
  rounds: rounds.length,
  auc: Number(mean(({ auc }) => auc).toFixed(4)),
  ks: Number(mean(({ ks }) => ks).toFixed(4)),
  brier: Number(mean(({ brier }) => brier).toFixed(4)),
  calibrationError: Number(mean(({ calibrationError }) => calibrationError).toFixed(4)),
  aucOfAltman: Number(modelQuality(byZ, happened).auc.toFixed(4)),
};
const table = {
  ...fitScorecard(cases, settings),
  definition: 'bankrupt after the year of the accounts, as the sample has it',
  window: { from: years[0], to: years.at(-1) },
  dataSha256: createHash('sha256').update(fs.readFileSync(file)).digest('hex'),
  metrics,
};
const checksum = createHash('sha256').update(JSON.stringify(table)).digest('hex');
const text = `// Written by scripts/fit-strength.js: not by hand.
import type { FittedScorecard } from '../default/fit-scorecard.js';

/** The strength score of filed accounts: the table is all there is. */
export const strengthCard: FittedScorecard & {
  readonly definition: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly dataSha256: string;
  readonly metrics: Readonly<Record<string, number>>;
  /** SHA-256 of all the rest as JSON. */
  readonly checksum: string;
} = ${JSON.stringify({ ...table, checksum }, null, 2)};
`;
fs.writeFileSync(path.join(root, 'analytics/accounts/strength-card.ts'), text);
console.log(metrics, `left out: ${table.leftOut.join(', ') || 'nothing'}`);
