import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { questionsOf } from './questions.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'questions-'));
fs.writeFileSync(
  path.join(folder, 'page.graphql.ts'),
  `export const A = graphql(\`
  query Customer($id: ID!) { customer(id: $id) { name } }
\`);
export const B = graphql(\`query Book { book { today } }\`, [Fragment]);`,
);

afterAll(() => fs.rmSync(folder, { recursive: true }));

test('the documents come from the sources of the page, by name', () => {
  const [book, customer] = questionsOf(folder, { Book: {}, Customer: { id: '7' } });
  expect(book).toEqual({ name: 'Book', query: 'query Book { book { today } }', variables: {} });
  expect(customer?.query.trim()).toEqual('query Customer($id: ID!) { customer(id: $id) { name } }');
});

test('a question that the page no longer asks is said', () => {
  expect(() => questionsOf(folder, { Portfolio: {} })).toThrow('no longer asks Portfolio; it asks Customer,Book');
});
