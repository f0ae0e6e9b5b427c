import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A recommendation says how the customer is to be reminded, and whoever takes the offer is reminded so from the first
// invoice on, before a score of its own is there. Monday 23 November 2026.
let product: Product;
let ledger: TestLedger;
let manager: Asker;
beforeAll(async () => {
  product = await startApi({ now: '2026-11-23T09:00:00Z' });
  ledger = TestLedger.of(product);
  manager = await product.as(PersonRole.MANAGER);
});
afterAll(() => product.close());

/** Vetted and taken on; its first invoice falls due on 7 December, in a fortnight, and another in a week. */
async function takenOn(companyName: string, known: object): Promise<{ id: string; ladder: string }> {
  const { vet } = await manager.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id } recommendation { reminderLadder } } } }',
    {
      input: {
        ...{
          companyName,
          entityType: 'COMPANY',
          currency: 'EUR',
          contractValueMinor: 240_000,
          monthlyRunMinor: 20_000,
        },
        ...{ termsDaysAsked: 30, bureauScale: 'creditsafe-100', keep: true, ...known },
      },
    },
  );
  const { id: decisionId, customer, recommendation } = vet.decision;
  await manager.gql('mutation ($input: OfferOutcomeInput!) { tellOfferOutcome(input: $input) { decision { id } } }', {
    input: { customerId: customer.id, decisionId, result: 'ACCEPTED' },
  });
  await invoiced(Number(customer.id), companyName);
  return { id: customer.id, ladder: recommendation.reminderLadder };
}

async function invoiced(customerId: number, name: string): Promise<void> {
  await ledger.insert('contact', {
    customer_id: customerId,
    name: 'Accounts',
    email: `pay@${name.split(' ')[0]}.example`,
  });
  for (const [number, due] of [
    ['fortnight', '2026-12-07'],
    ['week', '2026-11-30'],
  ])
    await ledger.insert('invoice', {
      ...{ customer_id: customerId, number: `${name.split(' ')[0]} ${number}`, currency: 'EUR', amount_minor: 20_000 },
      ...{ issued_on: '2026-10-30', due_on: due },
    });
}

async function remindedToday(): Promise<string[]> {
  const { reminderPlan } = await product.gql(
    '{ reminderPlan { messages { nodes { invoices(sort: NUMBER, direction: ASC) { nodes { number } } } } } }',
  );
  return reminderPlan.messages.nodes
    .flatMap(({ invoices }: { invoices: { nodes: { number: string }[] } }) => invoices.nodes)
    .map(({ number }: { number: string }) => number)
    .sort();
}

test('who was taken on as firm is reminded a fortnight before, as friendly not even a week before', async () => {
  const firm = await takenOn('Firm Ltd', { yearsTrading: 1, bureauScore: 24 });
  const friendly = await takenOn('Friendly Ltd', { yearsTrading: 20, bureauScore: 97 });
  expect([firm.ladder, friendly.ladder]).toEqual(['firm', 'friendly']);
  // With whom nothing was agreed and who has no score yet, what is usual with an unknown one: a week before.
  const unknown = await ledger.customer('Unknown Ltd');
  await invoiced(unknown.id, unknown.name);
  expect(await remindedToday()).toEqual(['Firm fortnight', 'Firm week', 'Unknown week']);
});

test('a score that calls for a firmer ladder counts; a better one waits until the terms are agreed anew', async () => {
  const score = async (name: string, grade: string) => {
    const row = await ledger.sql.one<{ id: number }>('select id from customer where name = $1', [name]);
    await ledger.sql.rows(
      `insert into score values ($1, '2026-11-01', null, 600, $2, 0.02, 0.1, 3, 9, false, 600, '[]', 'x')`,
      [row?.id, grade],
    );
  };
  await score('Friendly Ltd', 'C');
  await score('Firm Ltd', 'A');
  expect(await remindedToday()).toEqual(['Firm fortnight', 'Firm week', 'Friendly week', 'Unknown week']);
});
