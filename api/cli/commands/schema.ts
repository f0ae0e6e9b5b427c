import fs from 'node:fs';
import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Run } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async () => {
  return withApp(async (app) => {
    const file = path.resolve(import.meta.dirname, '../../../../api/schema.graphql');
    fs.writeFileSync(file, `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`);
    console.log(`Written to ${file}.`);
    return 0;
  });
};
