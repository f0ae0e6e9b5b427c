/** What a recommendation takes on the book: through the service, and the arithmetic of 400 offers alone. */

import { bestOffer, type Deal, offerGrid } from '../../analytics/index.js';
import { TypeInCreditCheck } from '../../api/credit-checks/type-in-credit-check.service.js';
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

/** Who applies new, with a score typed in, and whom we supply, with a report that is kept; each as the page asks, over the line. */
export async function vetting(program: Program): Promise<Measurement[]> {
  const known = await withReports(program);
  const deal = { contractValueMinor: 6_000_000, monthlyRunMinor: 500_000, termsDaysAsked: 30 };
  const typed = (round: number) => ({
    ...{ companyName: `Measured ${round} Ltd`, entityType: 'COMPANY', currency: 'EUR', ...deal },
    ...{ bureauScale: 'creditsafe-100', bureauScore: 30 + (round % 60), yearsTrading: 3, judgments: 0 },
  });
  const stored = (round: number) => {
    const { id, name, entityType, currency } = known[round] as Known;
    return { customerId: id, companyName: name, entityType, currency, ...deal };
  };
  return [
    ...(await measured('vet', (round) => ask(program, typed(round)))),
    ...(await measured('vet-stored', (round) => ask(program, stored(round)))),
  ];
}

interface Known {
  id: string;
  name: string;
  entityType: string;
  currency: string;
}

/** Customers of ours, each with a report that was typed in this week. */
async function withReports(program: Program): Promise<Known[]> {
  const known: Known[] = [];
  let after: string | null = null;
  while (known.length < ROUNDS) {
    const page: { nodes: { customer: Known }[]; pageInfo: { endCursor: string } } = (
      await program.gql(
        'query ($after: String) { customers(first: 100, after: $after) { nodes { customer { id name entityType currency } } pageInfo { endCursor } } }',
        { after },
      )
    ).customers;
    known.push(...page.nodes.map(({ customer }) => customer));
    after = page.pageInfo.endCursor;
  }
  const typing = program.get(TypeInCreditCheck);
  for (const [i, { id }] of known.entries())
    await typing.typeIn({
      ...{ customerId: id, from: 'a bureau', reportedOn: '2026-11-18' },
      ...{ bureauScale: 'creditsafe-100', bureauScore: 20 + (i % 70), yearsTrading: 3 + (i % 20), judgments: i % 2 },
    });
  return known;
}

async function ask(program: Program, input: object): Promise<void> {
  const { vet } = await program.gql(VET, { input });
  if (!vet.recommendation.outcome) throw new Error('a recommendation says nothing');
}

const VET = `mutation ($input: VetInput!) { vet(input: $input) { recommendation {
  outcome grade pd limit { minor } deposit { minor } termsDays principalReasons notes evidence { sentence } } } }`;

async function measured(name: string, one: (round: number) => Promise<void>): Promise<Measurement[]> {
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await timed(() => one(round)));
  const warm = values.slice(20).sort((a, b) => a - b);
  const p99 = warm[Math.floor(warm.length * 0.99)] ?? Number.NaN;
  return [
    { name, part: 'median', value: median(warm), unit: 'ms', floor: null, target: 50 },
    { name, part: 'p99', value: p99, unit: 'ms', floor: null, target: 150 },
  ];
}
