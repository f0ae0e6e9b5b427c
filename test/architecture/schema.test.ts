import fs from 'node:fs';
import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let schema: GraphQLSchema;
beforeAll(async () => {
  product = await startApi();
  schema = lexicographicSortSchema(product.get(GraphQLSchemaHost).schema);
});
afterAll(() => product.close());

test('the committed schema is the one the code makes (npm run schema writes it)', () => {
  const committed = fs.readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8');
  expect(`${printSchema(schema)}\n`).toBe(committed);
});

test('every type, field, argument and value says what it is', () => {
  const silent: string[] = [];
  const must = (described: { description?: string | null }, name: string) => {
    if (!described.description) silent.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    must(type, type.name);
    if (isEnumType(type)) for (const value of type.getValues()) must(value, `${type.name}.${value.name}`);
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      must(field, `${type.name}.${field.name}`);
      if ('args' in field)
        for (const argument of field.args) must(argument, `${type.name}.${field.name}(${argument.name})`);
    }
  }
  expect(silent).toEqual([]);
});

test('there are neither hints for passwords nor questions with secret answers', () => {
  expect(printSchema(schema).match(/^\s+\w*(hint|secretQuestion|securityQuestion|secretAnswer)\w*/gim)).toBeNull();
});
