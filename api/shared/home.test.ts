import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepAddress, lastAddress } from './home.js';

test('commands beside the program know where it was started last, and nothing where it never was', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-home-'));
  expect(lastAddress(home)).toBeUndefined();
  keepAddress(home, 'http://127.0.0.1:4711');
  keepAddress(home, 'http://127.0.0.1:4712');
  expect(lastAddress(home)).toBe('http://127.0.0.1:4712');
  fs.rmSync(home, { recursive: true });
});
