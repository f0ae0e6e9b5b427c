/** GraphQL documents as the sources of the web hold them, so that the benchmark asks what the page asks. */
import fs from 'node:fs';

export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** The queries of a file with what is known of their variables; mutations are not asked. */
export function questionsOf(file: string, known: Record<string, unknown>): Question[] {
  const source = fs.readFileSync(file, 'utf8');
  return [...source.matchAll(/graphql\(\s*`([^`]*)`/g)].flatMap(([, query = '']) => {
    const [, name, declared = ''] = /^\s*query (\w+)\s*(?:\(([^)]*)\))?/.exec(query) ?? [];
    return name ? [{ name, query, variables: given(`${file}, ${name}`, declared, known) }] : [];
  });
}

function given(where: string, declared: string, known: Record<string, unknown>): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const [, name = '', type = '', hasDefault] of declared.matchAll(/\$(\w+):\s*([\w[\]!]+)\s*(=)?/g)) {
    if (name in known) variables[name] = known[name];
    else if (type.endsWith('!') && !hasDefault)
      throw new Error(`${where} needs $${name}, which the benchmark does not know`);
  }
  return variables;
}
