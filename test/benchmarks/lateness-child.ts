/** The process that trains a model on the book of its database, asks it about all open invoices and about single customers. */
import {
  dayNumber,
  finish,
  inScoringOrder,
  learningBookHabit,
  ScoringWalk,
  tellLateness,
  trainLateness,
} from '../../analytics/index.js';
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { LatenessBooks } from '../../api/lateness/lateness-book.service.js';
import { LatenessTelling } from '../../api/lateness/tell-lateness.service.js';
import { Training } from '../../api/lateness/train.service.js';
import { median, timed } from './measurement.js';
import { TODAY } from './stand.js';

export interface Trained {
  /** Read, fitted and kept, with the measuring on the last three tenths. */
  readonly trainedMs: number;
  /** Read and fitted alone. */
  readonly fittedMs: number;
  /** Processor time of that: what else runs on the machine does not count. */
  readonly fittedCpuMs: number;
  readonly objections: readonly string[];
  /** All open invoices; null when the model is not in force. */
  readonly toldMs: number | null;
  readonly told: number | null;
  /** One customer, without reading its invoices. */
  readonly oneCustomerMs: number;
  /** The most memory the process has ever used. */
  readonly mostMb: number;
}

if (process.send) {
  const app = await createApp(new Config({ ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' }));
  const get = <T>(type: new (...of: never[]) => T) => app.get<T>(type, { strict: false });
  let objections: string[] = [];
  const trainedMs = await timed(async () => {
    ({ objections } = await get(Training).train(TODAY));
  });
  let told: number | null = null;
  const toldMs = await timed(async () => {
    told = await get(LatenessTelling).tellBook(TODAY);
  });
  let fitted: ReturnType<typeof trainLateness> = null;
  let book: Awaited<ReturnType<LatenessBooks['read']>> | undefined;
  const before = process.cpuUsage();
  const fittedMs = await timed(async () => {
    const read = await get(LatenessBooks).read(TODAY, TODAY);
    book = read;
    const histories = read.customers.map(({ invoices }) => invoices);
    fitted = trainLateness(() => histories, { knownOn: dayNumber(TODAY), scoreAt: 'issue', calendar: read.calendar });
  });
  const { user, system } = process.cpuUsage(before);
  const answer: Trained = {
    trainedMs,
    fittedMs,
    fittedCpuMs: (user + system) / 1000,
    objections,
    told,
    toldMs: told === null ? null : toldMs,
    oneCustomerMs: oneCustomer(fitted, book),
    mostMb: process.resourceUsage().maxRSS / 1024,
  };
  process.send(answer);
  await app.close();
  process.disconnect();
}

/** The median of 500 customers with something open, each walked through from its first invoice. */
function oneCustomer(
  fitted: ReturnType<typeof trainLateness>,
  book: Awaited<ReturnType<LatenessBooks['read']>> | undefined,
): number {
  if (!fitted || !book) throw new Error('nothing was fitted');
  const { model } = fitted;
  const { calendar, customers } = book;
  const histories = customers.map(({ invoices }) => invoices);
  const walk = new ScoringWalk(
    model.settings,
    finish(learningBookHabit(histories, model.settings, calendar)),
    calendar,
  );
  const times: number[] = [];
  for (const invoices of histories) {
    const open = invoices.filter(({ settledOn }) => settledOn === null);
    if (open.length === 0) continue;
    const began = performance.now();
    for (const _ of walk.customer(inScoringOrder(model.settings, invoices)));
    for (const invoice of open) tellLateness(model, walk.on(dayNumber(TODAY), invoice), calendar);
    times.push(performance.now() - began);
    if (times.length === 600) break;
  }
  return median(times.slice(Math.min(100, times.length - 1)));
}
