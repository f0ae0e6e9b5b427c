/** What a recommendation takes on the book: through the service, and the arithmetic of 400 offers alone. */

import { bestOffer, type Deal, offerGrid } from '../../analytics/index.js';
import { EntityType } from '../../api/customers/customer.entity.js';
import { DecisionsService } from '../../api/decisions/decisions.service.js';
import { type Measurement, median, timed } from './measurement.js';
import type { Program } from './stand.js';

const ROUNDS = 300;

const deal: Deal = {
  ...{ contractMinor: 6_000_000, monthlySalesMinor: 500_000, workInProgressMinor: 0, margin: 0.3, pd: 0.1, lgd: 0.85 },
  ...{ daysToHold: 45, noticeDays: 7, fundingRate: 0.09, adminMinor: 15_000 },
  acceptance: {
    ...{ base: 3, perDeposit: 5, perThirtyDaysSooner: 0.9, perThirtyDaysBilledSooner: 0.4 },
    ...{ termsDaysAsked: 30, billingPeriodDaysAsked: 30 },
  },
};
const choices = {
  depositShares: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1],
  termsDays: [0, 7, 14, 21, 30, 45, 60, 90],
  billingPeriodDays: [7, 14, 30, 60, 90],
};

/** 400 offers without the book; milliseconds. */
export async function offers(): Promise<Measurement[]> {
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    values.push(await timed(async () => bestOffer(offerGrid(choices, deal))));
  return [{ name: 'offers-400', value: median(values.slice(20)), unit: 'ms', floor: null, target: 5 }];
}

export async function vetting(program: Program): Promise<Measurement[]> {
  const service = program.get(DecisionsService);
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const input = {
      ...{ companyName: `Measured ${round} Ltd`, entityType: EntityType.COMPANY, currency: 'EUR' },
      ...{ contractValueMinor: 6_000_000, monthlyRunMinor: 500_000, termsDaysAsked: 30 },
      ...{ bureauScale: 'creditsafe-100', bureauScore: 30 + (round % 60), yearsTrading: 3, judgments: 0 },
    };
    values.push(await timed(() => service.vet(input)));
  }
  const warm = values.slice(20).sort((a, b) => a - b);
  const p99 = warm[Math.floor(warm.length * 0.99)] ?? Number.NaN;
  return [
    { name: 'vet', part: 'median', value: median(warm), unit: 'ms', floor: null, target: 50 },
    { name: 'vet', part: 'p99', value: p99, unit: 'ms', floor: null, target: 150 },
  ];
}
