/** The questions a page asks, over HTTP as the page asks them: all at once, until the last is answered. */
import path from 'node:path';
import { Audit } from '../../api/audit/audit.service.js';
import { Sql } from '../../api/shared/sql.js';
import { type Measurement, median, timed } from './measurement.js';
import { type Question, questionsOf } from './questions.js';
import { type Program, root, TODAY } from './stand.js';

const ROUNDS = 20;

export async function portfolioPage(program: Program): Promise<Measurement[]> {
  const questions = questionsOf(path.join(root, 'web/pages/portfolio'), {
    Portfolio: { asOf: TODAY },
    AgingByGrade: { asOf: TODAY, by: 'DUE' },
    OverdueHistory: { asOf: TODAY },
    ActToday: { asOf: TODAY },
  });
  return measured('portfolio-page', program, () => questions, 150);
}

export async function customerPage(program: Program): Promise<Measurement[]> {
  // Large and small customers in turn, the largest first: twenty of as many steps of size.
  const customers = await program.get(Sql).rows<{ id: number }>(
    `select customer_id as id from (
       select customer_id, row_number() over (order by count(*) desc, customer_id) as place, count(*) over () as n
         from invoice group by customer_id) sized
      where (place - 1) % greatest(1, n / $1::int) = 0 order by place limit $1`,
    [ROUNDS],
  );
  const pages = customers.map(({ id }) =>
    questionsOf(path.join(root, 'web/pages/customer'), {
      Customer: { id: String(id), asOf: TODAY },
      CustomerCreditChecks: { id: String(id), first: 3 },
      CustomerDecisions: { id: String(id), first: 5, sort: 'DECIDED_ON', direction: 'DESC' },
      CustomerInvoices: { id: String(id), asOf: TODAY, first: 12, sort: 'DUE_ON', direction: 'DESC', filter: {} },
      CustomerCredits: { id: String(id), first: 12, sort: 'DATED_ON', direction: 'DESC' },
      CustomerTimeline: { id: String(id), asOf: TODAY, first: 15 },
    }),
  );
  return measured('customer-page', program, (round) => pages[round % pages.length] ?? [], 50);
}

/**
 * The page of a book in which nothing changes while one looks at it; the same after a change, when what the program
 * remembers of the whole book has to be found again; and each question by itself.
 */
async function measured(name: string, program: Program, questionsOn: (round: number) => Question[], target: number) {
  const together: number[] = [];
  const afterChange: number[] = [];
  const alone = new Map<string, number[]>();
  const page = (round: number) =>
    timed(() => Promise.all(questionsOn(round).map((question) => ask(program, question))));
  for (let round = -3; round < 0; round++) await page(round + 3); // the first ones compile
  for (let round = 0; round < ROUNDS; round++) {
    together.push(await page(round));
    for (const question of questionsOn(round)) {
      const times = alone.get(question.name) ?? [];
      times.push(await timed(() => ask(program, question)));
      alone.set(question.name, times);
    }
  }
  for (let round = 0; round < ROUNDS / 4; round++) {
    await change(program);
    afterChange.push(await page(round));
  }
  const figure = (part: string, times: number[], most: number | null): Measurement => ({
    name: most === null ? `${name}: ${part}` : name,
    part: most === null ? undefined : part,
    value: median(times),
    unit: 'ms',
    floor: null,
    target: most,
  });
  const parts = [...alone].map(([part, times]) => figure(part, times, null));
  return [figure('all its questions', together, target), figure('after a change', afterChange, null), ...parts];
}

/** The least that makes the program look again: an entry of the audit, as every change leaves one. */
async function change(program: Program): Promise<void> {
  await program.get(Sql).transaction((client) =>
    program.get(Audit).record(client, {
      action: 'changed nothing',
      subjectType: 'book',
      subjectId: null,
      details: {},
    }),
  );
}

async function ask({ fetch }: Program, { name, query, variables }: Question): Promise<void> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(`${name}: ${errors[0]?.message}`);
}
