import fs from 'node:fs';
import path from 'node:path';
import { ProgramSql } from '../../api/shared/sql.js';
import type { Product } from './product.js';

/** Every row of every table, as text. */
export async function everyRow(product: Product): Promise<string> {
  const sql = product.get(ProgramSql);
  const tables = await sql.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`,
  );
  const texts = await Promise.all(tables.map(({ name }) => sql.rows(`select to_jsonb(t) as row from ${name} t`)));
  return JSON.stringify(texts);
}

/** Every file the program keeps, its bytes as letters; those of UTF-16 are found as well. */
export function everyFile(product: Product): string {
  const names = fs.readdirSync(product.home, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => path.join(product.home, name)).filter((place) => fs.statSync(place).isFile());
  return files.map((place) => fs.readFileSync(place).toString('latin1').replaceAll('\0', '')).join('\n');
}
