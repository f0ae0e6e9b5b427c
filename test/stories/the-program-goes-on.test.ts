import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Running, start } from '../support/command.js';
import { freshDatabase } from '../support/database.js';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-goes-on-'));
let running: Running | undefined;
afterAll(() => {
  running?.child.kill('SIGKILL');
  fs.rmSync(home, { recursive: true, force: true });
});

test('a mistake of ours that nothing caught is in the log, and others are served on', async () => {
  const database = await freshDatabase();
  // A promise that nobody waits for, as a line we forgot would leave behind.
  const mistake = path.join(home, 'mistake.mjs');
  fs.writeFileSync(mistake, `process.once('SIGUSR2', () => void Promise.reject(new Error('nobody waited for this')));`);
  running = start(
    {
      DATABASE_URL: database.url,
      GOODSTANDING_HOME: home,
      LOG_LEVEL: 'error',
      NODE_OPTIONS: `--import=${mistake}`,
    },
    ...['start', '--port', '0', '--without-demo'],
  );
  const [, url] = await running.said(/ready: (http:\S+)/);
  running.child.kill('SIGUSR2');
  const [line = ''] = await running.said(/^.*nobody waited for this.*$/m);
  expect(JSON.parse(line)).toMatchObject({ context: 'start', msg: expect.stringContaining('nobody waited for this') });
  const live = await fetch(new URL('/health/live', url));
  expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  await database.drop();
});
