import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const { version } = createRequire(import.meta.url)('papaparse/package.json') as { version: string };
/** What a registry tells about a library itself. */
const library = { name: 'papaparse', 'dist-tags': {}, versions: { [version]: { name: 'papaparse', version } } };

/** What `npm run audit:deps` ends with when the registry answers so about a library that we run on. */
async function auditWith(answer: (asked: Record<string, string[]>) => { status: number; body: unknown }) {
  const registry = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const sent = Buffer.concat(parts);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
    const { status, body } = request.url?.endsWith('/advisories/bulk')
      ? answer(JSON.parse(text.toString()))
      : { status: 200, body: library };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  // npm keeps what it heard of an advisory.
  const cache = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-npm-'));
  const { port } = registry.address() as AddressInfo;
  const run = spawn('npm', ['run', 'audit:deps', '--silent'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${port}`,
      npm_config_cache: cache,
      npm_config_fetch_retries: '0',
    },
    stdio: 'ignore',
  });
  try {
    return await new Promise<number | null>((resolve) => run.once('close', resolve));
  } finally {
    registry.closeAllConnections();
    registry.close();
    fs.rmSync(cache, { recursive: true, force: true });
  }
}

const web = path.resolve(import.meta.dirname, '../../web');

/** The libraries that the page is built of: what its modules load, whoever lists them. */
const librariesOfThePage = () => {
  const files = fs.readdirSync(web, { recursive: true, encoding: 'utf8' });
  const modules = files.filter(
    (file) => /\.(tsx?|css)$/.test(file) && !/node_modules|\.test\.|^vite\.config/.test(file),
  );
  const loaded = modules.flatMap((file) => [
    ...fs
      .readFileSync(path.join(web, file), 'utf8')
      .matchAll(/^(?:@?import (?:.* from )?|\} from )['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/gm),
  ]);
  return [...new Set(loaded.map(([, name]) => name as string))].sort();
};

const advisory = (severity: string) => ({
  status: 200,
  body: {
    papaparse: [
      {
        id: 1,
        url: 'https://advisories.example/1',
        title: 'an invented one',
        severity,
        vulnerable_versions: '>=0',
        cwe: [],
        cvss: { score: 7, vectorString: null },
      },
    ],
  },
});

test('the audit of libraries fails on a high advisory, and when nobody answers; a low one passes', async () => {
  let asked: string[] = [];
  expect(
    await auditWith((libraries) => {
      asked = Object.keys(libraries);
      return { status: 200, body: {} };
    }),
  ).toBe(0);
  expect(asked).toEqual(expect.arrayContaining(['express', 'graphql', 'papaparse']));
  expect(asked).toEqual(expect.arrayContaining(librariesOfThePage()));
  for (const tool of ['jest', 'vite']) expect(asked).not.toContain(tool);
  expect(await auditWith(() => advisory('low'))).toBe(0);
  expect(await auditWith(() => advisory('high'))).toBe(1);
  expect(await auditWith(() => ({ status: 405, body: {} }))).toBe(1);
}, 180_000);

test('every library that we run on, those in the page among them, is named in one list, with its version, where it came from and its hash', () => {
  const run = spawnSync('npm', ['run', 'sbom', '--silent'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    // It is made of what is installed: no registry is asked.
    env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9' },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { bomFormat, components } = JSON.parse(run.stdout) as {
    bomFormat: string;
    components: { name: string; version: string; purl: string; hashes?: object[] }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  expect(components.find(({ name }) => name === 'papaparse')).toMatchObject({
    version,
    purl: `pkg:npm/papaparse@${version}`,
    hashes: [{ alg: 'SHA-512' }],
  });
  const names = components.map(({ name }) => name);
  expect(librariesOfThePage()).toEqual(expect.arrayContaining(['@mantine/core', 'react-router', 'recharts']));
  expect(names).toEqual(expect.arrayContaining(librariesOfThePage()));
  for (const tool of ['jest', 'vite']) expect(names).not.toContain(tool);
}, 60_000);
