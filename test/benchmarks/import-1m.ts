/** From CSV files to committed rows, beside a plain COPY of the same rows into tables with the same keys. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { writeAtScaleFiles } from '../../seeds/at-scale-files.js';
import { copyIntoKeyedTables } from './keyed-tables.js';
import { type Measurement, timed } from './measurement.js';
import { root, type Stand, TODAY, withClient } from './stand.js';

export async function importBenchmark(stand: Stand, say: (line: string) => void): Promise<Measurement[]> {
  say('writing the files …');
  const files = await writeAtScaleFiles(path.join(stand.folder, 'csv'), { ...stand.size, today: TODAY });
  const databaseUrl = await stand.database('import_1m');
  say('importing …');
  let maxRssMb = 0;
  const value = await timed(async () => {
    maxRssMb = await importFiles(stand, databaseUrl, files);
  });
  say('copying the same rows …');
  const floor = await withClient(databaseUrl, (client) => copyIntoKeyedTables(client, path.join(stand.folder, 'rows')));
  return [
    { name: 'import-1m', value: value / 1000, unit: 's', floor: floor / 1000, target: 3 },
    { name: 'import-1m-memory', value: maxRssMb, unit: 'MB', floor: null, target: 600 },
  ];
}

/** Says on file descriptor 3 how much memory the process has ever used. */
const sayMemory = `data:text/javascript,import fs from 'node:fs';process.on('exit',()=>fs.writeSync(3,String(process.resourceUsage().maxRSS/1024)))`;

/** The command line as a person would use it; the time includes its start. Resolves to the most memory it used, in MB. */
function importFiles(stand: Stand, databaseUrl: string, files: readonly string[]): Promise<number> {
  const command = [
    '--import',
    sayMemory,
    path.join(root, 'dist/api/cli/goodstanding.js'),
    'import',
    ...files,
    '--json',
  ];
  const report = fs.openSync(path.join(stand.folder, 'import.json'), 'w');
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', report, 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl, GOODSTANDING_HOME: path.join(stand.folder, 'home') },
  });
  let said = '';
  let memory = '';
  child.stderr?.on('data', (text) => {
    said = (said + text).slice(-2000);
  });
  child.stdio[3]?.on('data', (text) => {
    memory += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      fs.closeSync(report);
      if (code === 0) resolve(Number(memory));
      else reject(new Error(`the import ended with code ${code}: ${said}`));
    });
  });
}
