/** From CSV files to committed rows, beside a plain COPY of the same rows into tables with the same keys. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { writeAtScaleFiles } from '../../seeds/at-scale-files.js';
import type { Imported } from './import-child.js';
import { copyIntoKeyedTables } from './keyed-tables.js';
import type { Measurement } from './measurement.js';
import { type Stand, TODAY, withClient } from './stand.js';

export async function importBenchmark(stand: Stand, say: (line: string) => void): Promise<Measurement[]> {
  say('writing the files …');
  const files = await writeAtScaleFiles(path.join(stand.folder, 'csv'), { ...stand.size, today: TODAY });
  const databaseUrl = await stand.database('import_1m');
  say('importing …');
  const { ms, mostMb } = await importFiles(stand, databaseUrl, files);
  say('copying the same rows …');
  const floor = await withClient(databaseUrl, (client) => copyIntoKeyedTables(client, path.join(stand.folder, 'rows')));
  return [
    { name: 'import-1m', value: ms / 1000, unit: 's', floor: floor / 1000, target: 3 },
    { name: 'import-1m-memory', value: mostMb, unit: 'MB', floor: null, target: 600 },
  ];
}

/** In a process of its own, so that its memory can be told from that of the rest. */
function importFiles(stand: Stand, databaseUrl: string, files: readonly string[]): Promise<Imported> {
  const child = fork(path.join(import.meta.dirname, 'import-child.js'), files, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, GOODSTANDING_HOME: path.join(stand.folder, 'home') },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (imported) => resolve(imported as Imported));
    child.once('close', (code) => reject(new Error(`the import ended with code ${code} and said nothing`)));
  });
}
