/** GraphQL documents as the sources of the web hold them, so that the benchmark asks what the page asks. */
import fs from 'node:fs';
import path from 'node:path';

export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** The questions of a page that are named, each with its variables; refuses a name that the page’s sources do not hold. */
export function questionsOf(folder: string, asked: Record<string, Record<string, unknown>>): Question[] {
  const documents = documentsOf(folder);
  return Object.entries(asked).map(([name, variables]) => {
    const query = documents.get(name);
    if (query === undefined) throw new Error(`${folder} no longer asks ${name}; it asks ${[...documents.keys()]}`);
    return { name, query, variables };
  });
}

function documentsOf(folder: string): Map<string, string> {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.graphql.ts'));
  const sources = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  return new Map(
    [...sources.join('\n').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text = '']) => [
      /^\s*query (\w+)/.exec(text)?.[1] ?? '',
      text,
    ]),
  );
}
