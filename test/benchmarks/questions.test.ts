import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { questionsOf } from './questions.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'questions-'));
const file = path.join(folder, 'page.graphql.ts');
fs.writeFileSync(
  file,
  `export const A = graphql(\`
  query Customer($id: ID!, $first: Int! = 10, $after: String) { customer(id: $id) { name } }
\`);
export const B = graphql(\`mutation Hold($id: ID!) { hold(id: $id) { state } }\`);
export const C = graphql(\`query Book { book { today } }\`, [Fragment]);`,
);

afterAll(() => fs.rmSync(folder, { recursive: true }));

test('every query of a page is asked with what is known of its variables, no mutation is', () => {
  expect(questionsOf(file, { id: '7', asOf: '2026-11-22' }).map(({ name, variables }) => [name, variables])).toEqual([
    ['Customer', { id: '7' }],
    ['Book', {}],
  ]);
});

test('a variable that nobody knows is said, not left out', () => {
  expect(() => questionsOf(file, {})).toThrow('page.graphql.ts, Customer needs $id, which the benchmark does not know');
});
