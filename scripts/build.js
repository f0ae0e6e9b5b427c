// Compiles analytics, api, seeds and the benchmarks with swc and the page with Vite, each only when its sources changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const node = (file, ...args) =>
  execFileSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // The tests build as well, and React for development is half as large again.
    env: { ...process.env, NODE_ENV: 'production' },
  });
// Said on standard error: `npx goodstanding … --json` may build first, and its standard output is data.
const say = (line) => process.stderr.write(`${line}\n`);

/** One hash of everything below the folders that can change the output, and of this file. */
function fingerprint(folders) {
  const hash = createHash('sha256').update(fs.readFileSync(import.meta.filename));
  const walk = (file) => {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(file).sort())
        if (name !== 'node_modules' && name !== 'graphql-env.d.ts') walk(path.join(file, name));
    } else hash.update(file).update(fs.readFileSync(file));
  };
  for (const folder of folders) walk(path.join(root, folder));
  return hash.digest('hex');
}

/** `node scripts/build.js server` builds that step alone. */
const only = process.argv[2];

function step(name, sources, run) {
  if (only !== undefined && only !== name) return;
  const stamp = path.join(root, 'dist', `.${name}`);
  const now = fingerprint(sources);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) return;
  say(`building ${name} …`);
  run();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, now);
}

step('server', ['analytics', 'api', 'seeds', 'test/benchmarks', 'test/support/asker.ts', '.swcrc'], () => {
  for (const folder of ['analytics', 'api', 'seeds', 'test'])
    fs.rmSync(path.join(root, 'dist', folder), { recursive: true, force: true });
  node(
    'node_modules/@swc/cli/bin/swc.js',
    'analytics',
    'api',
    'seeds',
    'test/benchmarks',
    'test/support/asker.ts',
    '-d',
    'dist',
    '--copy-files',
    // Of what a workspace has for itself, half would be copied. From dist only the root’s packages are found.
    '--ignore',
    '**/node_modules/**',
    '--quiet',
  );
});
step('web', ['web', 'api/schema.graphql'], () => {
  node('node_modules/gql.tada/bin/cli.js', 'generate-output', '-c', 'web/tsconfig.json');
  node('node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'error');
});
