/** The questions a page asks, over HTTP as the page asks them: all at once, until the last is answered. */
import fs from 'node:fs';
import path from 'node:path';
import { Sql } from '../../api/shared/sql.js';
import { type Measurement, median, timed } from './measurement.js';
import { type Program, root, TODAY } from './stand.js';

const ROUNDS = 20;

interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export async function portfolioPage(program: Program): Promise<Measurement[]> {
  const questions = questionsOf('web/pages/portfolio/portfolio.graphql.ts', { asOf: TODAY, by: 'DUE' });
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
    questionsOf('web/pages/customer/customer.graphql.ts', {
      id: String(id),
      customerId: String(id),
      asOf: TODAY,
      by: 'DUE',
    }),
  );
  return measured('customer-page', program, (round) => pages[round % pages.length] ?? [], 50);
}

async function measured(name: string, program: Program, questionsIn: (round: number) => Question[], target: number) {
  const together: number[] = [];
  const alone = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS + 3; round++) {
    const questions = questionsIn(round);
    const all = await timed(() => Promise.all(questions.map((question) => ask(program, question))));
    if (round < 3) continue; // the first ones compile
    together.push(all);
    for (const question of questions) {
      const times = alone.get(nameOf(question)) ?? [];
      times.push(await timed(() => ask(program, question)));
      alone.set(nameOf(question), times);
    }
  }
  const parts = [...alone].map(
    ([part, times]): Measurement => ({
      name: `${name}: ${part}`,
      value: median(times),
      unit: 'ms',
      floor: null,
      target: null,
    }),
  );
  const page: Measurement = { name, part: 'all at once', value: median(together), unit: 'ms', floor: null, target };
  return parts.length > 1 ? [page, ...parts] : [page];
}

const nameOf = ({ query }: Question) => /query (\w+)/.exec(query)?.[1] ?? 'query';

/** The documents that a page's sources hold, with what it gives for their variables; mutations are not asked. */
function questionsOf(file: string, known: Record<string, unknown>): Question[] {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/graphql\(\s*`([^`]*)`/g)].flatMap(([, query = '']) => {
    if (!/^\s*query /.test(query)) return [];
    const declared = [...(/query \w+\(([^)]*)\)/.exec(query)?.[1] ?? '').matchAll(/\$(\w+): ?([^=,$]*)(=)?/g)];
    const needed = declared.filter(
      ([, , type = '', hasDefault]) => type.trim().endsWith('!') && hasDefault === undefined,
    );
    const unknown = needed.filter(([, name = '']) => !(name in known));
    if (unknown.length > 0) throw new Error(`${file} asks for $${unknown[0]?.[1]}, which the benchmark does not know`);
    const given = declared.flatMap(([, name = '']) => (name in known ? [[name, known[name]]] : []));
    return [{ query, variables: Object.fromEntries(given) }];
  });
}

async function ask({ url }: Program, question: Question): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify(question),
  });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(`${nameOf(question)}: ${errors[0]?.message}`);
}
