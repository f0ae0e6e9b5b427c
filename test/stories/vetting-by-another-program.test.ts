import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { goodstanding } from '../support/command.js';
import { CreditProviders } from '../support/credit-providers.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

// Each call is a process of its own that has to load.
jest.setTimeout(120_000);

// A CRM asks for a recommendation on an empty book, and anybody can check the arithmetic.
let database: FreshDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-vet-'));
});
afterAll(async () => {
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, content: unknown) => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const vet = (...args: string[]) =>
  goodstanding({ DATABASE_URL: database.url, GOODSTANDING_HOME: folder }, 'vet', ...args);

const application = {
  ...{
    companyName: 'Young Ltd',
    entityType: 'company',
    country: 'GB',
    registrationNumber: '00123456',
    currency: 'GBP',
  },
  ...{
    contractValueMinor: 6_000_000,
    monthlyRunMinor: 500_000,
    termsDaysAsked: 30,
    billingPeriodDays: 30,
    margin: 0.3,
  },
  ...{ bureauScale: 'creditsafe-100', bureauScore: 45, yearsTrading: 1, judgments: 0 },
};

test('the whole recommendation, every figure of which can be computed again', async () => {
  const { out, code } = await vet(write('young.json', application), '--json');
  expect(code).toBe(0);
  const made = JSON.parse(out);
  expect([made.outcome, made.depositShare, made.paymentTerms]).toEqual(['approve_with_conditions', 0.25, 'net 14']);
  expect(made.evidence).toMatchObject({
    sentence: '100 % credit check, 0 % own history, 0 invoices',
    checkAgeDays: 0,
    evidence: 20,
    isTooThin: false,
  });
  const { deal } = made;
  for (const offer of made.grid) {
    const x =
      deal.acceptance.base -
      deal.acceptance.perDeposit * offer.depositShare -
      (deal.acceptance.perThirtyDaysSooner * (30 - offer.termsDays)) / 30 -
      (deal.acceptance.perThirtyDaysBilledSooner * (30 - offer.billingPeriodDays)) / 30;
    const days = offer.billingPeriodDays + offer.termsDays + deal.daysToHold + deal.noticeDays;
    const ead = Math.min(deal.contractMinor, ((deal.monthlySalesMinor * 12) / 365) * days + deal.workInProgressMinor);
    const loss = made.pd * made.lgd * Math.max(0, ead - offer.depositMinor);
    const funding =
      (deal.fundingRate * (deal.contractMinor - offer.depositMinor) * (offer.billingPeriodDays / 2 + offer.termsDays)) /
      365;
    const acceptance = 1 / (1 + Math.exp(-x));
    expect(offer.eadMinor).toBeCloseTo(ead, 4);
    expect(offer.expectedLossMinor).toBeCloseTo(loss, 4);
    expect(offer.fundingMinor).toBeCloseTo(funding, 4);
    expect(offer.profitMinor).toBeCloseTo(
      acceptance * (deal.margin * deal.contractMinor - loss - funding - deal.adminMinor),
      4,
    );
  }
  const allowed = made.grid.filter(({ isWithinPolicy }: { isWithinPolicy: boolean }) => isWithinPolicy);
  expect(made.offer.profitMinor).toBe(
    Math.max(...allowed.map(({ profitMinor }: { profitMinor: number }) => profitMinor)),
  );
});

test('the command asks no provider, whoever is set up', async () => {
  const providers = new CreditProviders();
  const env = { DATABASE_URL: database.url, GOODSTANDING_HOME: folder, ...(await providers.listen()) };
  try {
    const { out, code } = await goodstanding(env, 'vet', write('young.json', application));
    expect([code, out.slice(0, 9), providers.paths()]).toEqual([0, 'Young Ltd', []]);
  } finally {
    await providers.close();
  }
});

test('the same by a policy of one’s own, in words', async () => {
  const shown = await vet(write('young.json', application));
  expect(shown.out).toMatch(/^Young Ltd: approve with conditions \(grade C, /);
  expect(shown.out).toMatch(/100 % credit check, 0 % own history, 0 invoices; the chance lies between/);
  expect(shown.out).toMatch(/deposit GBP 15,000.00 \(25 % of the contract\), net 14, invoices every 30 days/);
  const { defaultDocument } = await import('../../api/decisions/policy.js');
  const policy = structuredClone(defaultDocument);
  policy.version = 'policy-ours';
  policy.settings.newDepositShare = {
    value: { A: 0, B: 0, C: 0.4, D: 0.5, E: 1 },
    unit: 'share of one',
    source: 'Ours, of this test.',
  };
  const made = JSON.parse((await vet(write('a.json', application), '--policy', write('p.json', policy), '--json')).out);
  expect([made.policyVersion, made.depositMinor]).toEqual(['policy-ours', made.eadMinor]);
});

test.each([
  ['no file', [], 2, /Name one file/],
  ['a file that is not there', ['nowhere.json'], 1, /nowhere.json cannot be read/],
])('%s is refused with a sentence', async (_, args, code, sentence) => {
  const ran = await vet(...args);
  expect([ran.code, ran.out]).toEqual([code, '']);
  expect(ran.err).toMatch(sentence);
});

test('all that is wrong with a file is said, field by field', async () => {
  const { companyName: _, ...nameless } = application;
  const shapeless = await vet(write('b.json', { ...nameless, entityType: 'club', surprise: 1, margin: 'much' }));
  expect(shapeless.code).toBe(1);
  for (const sentence of [
    /companyName is missing/,
    /entityType must be one of company/,
    /surprise is no field/,
    /margin must be a number/,
  ])
    expect(shapeless.err).toMatch(sentence);
  const contradictory = await vet(write('c.json', { ...application, margin: 1.5, registrationNumber: '12' }));
  expect(contradictory.err).toMatch(/between 0 and 1, not 1.5/);
  expect(contradictory.err).toMatch(/no company number of the United Kingdom/);
  const { code, out, err } = await vet(
    write('e.json', { ...application, contractValueMinor: 3_000_000, billingPeriodDays: 300, currency: 'EURO' }),
  );
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/The contract runs for some 183 days .*: a billing period of 300 days is longer\./);
  expect(err).toMatch(/“EURO” is not a currency: give the three letters of ISO 4217, such as EUR\./);
  expect((await vet(write('d.json', '{ not json'))).err).toMatch(/d.json is no JSON/);
});
