import fs from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const folder = import.meta.dirname;

/** The numbered SQL files beside this one, as the migrations TypeORM runs: each in a transaction of its own. */
export function migrations(): (new () => MigrationInterface)[] {
  const ups = fs.readdirSync(folder).filter((file) => file.endsWith('.up.sql'));
  return ups.sort().map((file) => {
    const [number, name] = file.replace('.up.sql', '').split('-') as [string, string];
    const read = (direction: string) =>
      fs.readFileSync(path.join(folder, file.replace('.up.', `.${direction}.`)), 'utf8');
    return class {
      // TypeORM orders by the thirteen digits at the end of the name.
      name = `${name}${number.padStart(13, '0')}`;
      up = async (runner: QueryRunner) => void (await runner.query(read('up')));
      down = async (runner: QueryRunner) => void (await runner.query(read('down')));
    };
  });
}
