import { type Product, startApi } from '../support/product.js';

// A prospect may ask for a limit. It never gets more than it asks for; where it gets less it is told what bounds it, and
// what would change that.
let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

/** A sound company that needs some GBP 3,400: what it may owe for 14 days, 3 beyond them and half of the 7 between invoices. */
const sound = {
  ...{ companyName: 'Sound Supplies Ltd', country: 'GB', entityType: 'COMPANY', currency: 'GBP' },
  ...{ contractValueMinor: 6_000_000, monthlyRunMinor: 500_000, termsDaysAsked: 14, billingPeriodDays: 7 },
  ...{ bureauScale: 'creditsafe-100', bureauScore: 97, yearsTrading: 12, judgments: 0 },
  ...{ netWorthMinor: 40_000_000, workingCapitalMinor: 30_000_000 },
};
const FIELDS = `recommendation { outcome limit { minor } requiredExposure { minor } notes levers { lever change outcome limit { minor } } limitParts { name amount { minor } isBinding } }
  decision { id customer { id } inputs }`;
const ask = (input: object) =>
  product.ask(`mutation ($input: VetInput!) { vet(input: $input) { ${FIELDS} } }`, { input: { ...sound, ...input } });
const vet = async (input: object) => {
  const { data, errors } = await ask(input);
  if (errors) throw new Error(JSON.stringify(errors));
  const { recommendation: made, decision } = data.vet;
  const about = made.notes.filter((note: string) => /asked for/.test(note));
  const bound = made.limitParts.find(({ isBinding }: { isBinding: boolean }) => isBinding)?.name;
  return { ...made, limit: made.limit.minor, need: made.requiredExposure.minor, about, bound, decision };
};
const pounds = (minor: number) =>
  `GBP ${(minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

test('nobody asked for a limit: none is spoken of', async () => {
  expect((await vet({})).about).toEqual([]);
});

test('less than could be given is asked for: that is the limit, and it is said that more could be given', async () => {
  const { limit: offered, need } = await vet({});
  const made = await vet({ limitAskedMinor: 200_000 });
  expect([made.limit, made.bound, made.outcome]).toEqual([200_000, 'Asked for', 'APPROVE']);
  expect(made.about).toEqual([
    `The limit is what was asked for: GBP 2,000.00. ${pounds(offered)} could be given, and normal running needs ${pounds(need)}: what goes beyond the limit waits for payments.`,
  ]);
});

test('more than is needed is asked for: what would have to be invoiced, and vetted so it is given', async () => {
  const { limit: offered } = await vet({});
  const asked = 500_000;
  const made = await vet({ limitAskedMinor: asked });
  expect([made.limit, made.bound, made.outcome]).toEqual([offered, 'Need', 'APPROVE_WITH_CONDITIONS']);
  expect(made.levers).toContainEqual({
    ...{ lever: 'limit', change: `A limit of ${pounds(offered)} asked for` },
    ...{ outcome: 'APPROVE', limit: { minor: offered } },
  });
  expect(await vet({ limitAskedMinor: offered })).toMatchObject({ outcome: 'APPROVE', limit: offered });
  const run = Math.round((500_000 * asked) / offered);
  expect(made.about[0]).toContain(`${pounds(offered)} of the GBP 5,000.00 asked for can be given: the bound is need.`);
  const named = /with GBP ([\d,.]+) invoiced a month\.$/.exec(made.about[0])?.[1] ?? '';
  expect(Math.abs(Number(named.replaceAll(',', '')) * 100 - run)).toBeLessThan(10);

  const then = await vet({ limitAskedMinor: asked, monthlyRunMinor: run + 10, contractValueMinor: 12 * (run + 10) });
  expect([then.limit, then.outcome]).toEqual([asked, 'APPROVE']);
});

test('more than its accounts carry: what they would have to be, and with those it is given', async () => {
  const poorer = { netWorthMinor: 2_000_000, workingCapitalMinor: 1_000_000, limitAskedMinor: 300_000 };
  const made = await vet(poorer);
  expect([made.limit < 300_000, made.bound]).toEqual([true, 'Capacity']);
  const [, netWorth, workingCapital] =
    /net worth of GBP ([\d,.]+) and working capital of GBP ([\d,.]+) would carry it/.exec(made.about[0]) ?? [];
  const minor = (text: string | undefined) => Math.round(Number((text ?? '').replaceAll(',', '')) * 100);
  const then = await vet({
    ...poorer,
    netWorthMinor: minor(netWorth) + 10,
    workingCapitalMinor: minor(workingCapital) + 10,
  });
  expect(then.limit).toBe(300_000);
});

test('what was asked for is kept with the decision, and made again with it', async () => {
  const { decision } = await vet({ limitAskedMinor: 200_000, keep: true });
  expect(decision.inputs).toMatchObject({ limitAskedMinor: 200_000 });
  const { replayDecision } = await product.gql(
    `{ replayDecision(customerId: "${decision.customer.id}", decisionId: "${decision.id}") { differences } }`,
  );
  expect(replayDecision.differences).toEqual([]);
});

test('a limit below nothing is sent back with a sentence at its field', async () => {
  const { errors } = await ask({ limitAskedMinor: -1 });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'APPLICATION_NOT_RIGHT',
    fields: [{ field: 'limitAskedMinor', sentence: 'A limit cannot be less than nothing.' }],
  });
});
