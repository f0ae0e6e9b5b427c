// Everything that can be checked without running the product: format, lint, types, import rule, engines. Under a minute.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const steps = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  ['build', 'scripts/build.js'],
  ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['types of the browser stories', 'node_modules/typescript/bin/tsc', '-p', 'test/browser/tsconfig.json'],
  ['types of the page', 'node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json'],
  [
    'who may import whom',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'analytics',
    'api',
    'seeds',
    'web',
  ],
  ['engines', 'scripts/check-engines.js'],
];
for (const [name, file, ...args] of steps) {
  const started = performance.now();
  const run = spawnSync(process.execPath, [path.join(root, file), ...args], { cwd: root, encoding: 'utf8' });
  console.log(`${run.status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (run.status !== 0) {
    process.stdout.write(`${run.stdout}${run.stderr}${run.error ?? ''}\n`);
    process.exit(1);
  }
}
