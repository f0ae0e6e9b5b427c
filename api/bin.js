#!/usr/bin/env node
// npx goodstanding …: builds what is not built yet, then hands over.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
execFileSync(process.execPath, [path.join(root, 'scripts/build.js'), 'server'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
process.setSourceMapsEnabled(true);
await import(path.join(root, 'dist/api/cli/goodstanding.js'));
