import fs from 'node:fs';
import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Command } from '../usage.js';
import { withApp } from '../with-app.js';

export const schema: Command = {
  summary: 'write the GraphQL schema into api/schema.graphql',
  help: 'npx goodstanding schema\n\n  Writes the schema that the code makes into api/schema.graphql, for review and for the page.',
  options: {},
  async run() {
    return withApp(async (app) => {
      const file = path.resolve(import.meta.dirname, '../../../../api/schema.graphql');
      fs.writeFileSync(file, `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`);
      console.log(`Written to ${file}.`);
      return 0;
    });
  },
};
