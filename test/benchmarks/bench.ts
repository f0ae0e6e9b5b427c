/**
 * npm run bench [-- --json FILE] [--customers N] [--invoices M] [--only NAME]
 * Measures the figures we promise, each beside a floor measured in the same run, on an invented book. A missed target is
 * printed as missed; the exit code is 1 only when something could not be measured.
 */
import './in-production.js';
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { seedAtScale } from '../../seeds/at-scale.js';
import { agingPast, agingToday } from './aging.js';
import { firstPage } from './first-page.js';
import { importBenchmark } from './import-1m.js';
import { fitLateness1m, fitLateness28k } from './lateness.js';
import { type Measurement, timed } from './measurement.js';
import { customerPage, portfolioPage } from './pages.js';
import { planning } from './planning.js';
import { figures, table } from './report.js';
import { scoring } from './scoring.js';
import { sendRate } from './send-rate.js';
import { signIn } from './sign-in.js';
import { openStand, type Program, type Stand, startProgram, TODAY, withClient } from './stand.js';
import { offers, vetting } from './vet.js';

/** On the book of the stand, scored, with the program running; in this order. */
const onTheBook: Record<string, (program: Program) => Promise<Measurement[]>> = {
  'score-50k': scoring,
  'aging-today': agingToday,
  'aging-past': agingPast,
  'portfolio-page': portfolioPage,
  'customer-page': customerPage,
  'sign-in': signIn,
  vet: vetting,
};
/** Not on the book of the stand. */
const onTheirOwn = ['first-page', 'offers-400', 'import-1m', 'fit-lateness-28k', 'send-rate'];
const names = [...onTheirOwn, 'seed-at-scale', 'fit-lateness-1m', 'plan-1m', ...Object.keys(onTheBook)];

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    customers: { type: 'string', default: '50000' },
    invoices: { type: 'string', default: '1000000' },
    only: { type: 'string', multiple: true, default: names },
  },
});
const wanted = new Set(values.only);
const unknown = values.only.find((name) => !names.includes(name));
if (unknown) {
  console.error(`There is no benchmark “${unknown}”. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const measurements: Measurement[] = [];
let failures = 0;

/** One that cannot run is said and does not keep the others from running. */
async function attempt(name: string, measure: () => Promise<Measurement[]>): Promise<void> {
  say(`${name} …`);
  try {
    measurements.push(...(await measure()));
  } catch (error) {
    failures++;
    say(`${name} could not be measured: ${error instanceof Error ? error.stack : error}`);
  }
}

async function measureBook(stand: Stand): Promise<void> {
  const databaseUrl = await stand.database('at_scale');
  const book = { ...stand.size, today: TODAY };
  const seconds = (await timed(() => withClient(databaseUrl, (client) => seedAtScale(client, book)))) / 1000;
  measurements.push({ name: 'seed-at-scale', value: seconds, unit: 's', floor: null, target: 60 });
  if (wanted.has('fit-lateness-1m')) await attempt('fit-lateness-1m', () => fitLateness1m(stand, databaseUrl, say));
  if (![...Object.keys(onTheBook), 'plan-1m'].some((name) => wanted.has(name))) return;
  const program = await startProgram(stand, databaseUrl);
  try {
    for (const [name, measure] of Object.entries(onTheBook)) {
      // Pages show scores: there must be some, measured or not.
      if (wanted.has(name) || name === 'score-50k') await attempt(name, () => measure(program));
    }
    if (wanted.has('plan-1m')) await attempt('plan-1m', () => planning(stand, databaseUrl, say));
  } finally {
    await program.close();
  }
}

if (wanted.has('first-page')) await attempt('first-page', firstPage);
if (wanted.has('offers-400')) await attempt('offers-400', offers);
if (values.only.some((name) => name !== 'first-page' && name !== 'offers-400')) {
  const stand = await openStand({ customers: Number(values.customers), invoices: Number(values.invoices) });
  const stop = () => void stand.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    if (wanted.has('import-1m')) await attempt('import-1m', () => importBenchmark(stand, say));
    if (wanted.has('fit-lateness-28k')) await attempt('fit-lateness-28k', () => fitLateness28k(stand, say));
    if (wanted.has('send-rate')) await attempt('send-rate', () => sendRate(stand, say));
    if (values.only.some((name) => !onTheirOwn.includes(name))) await measureBook(stand);
  } finally {
    await stand.stop();
  }
}
console.log(table(measurements));
if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(figures(measurements), null, 2)}\n`);
process.exit(failures > 0 ? 1 : 0);
