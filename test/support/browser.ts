// A Chromium for the tests from npm alone: CHROMIUM_PATH, an installed one, else the one inside @sparticuz/chromium.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { Asker } from './asker.js';
import type { StartedProduct } from './start-product.js';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

export async function launchBrowser(): Promise<Browser> {
  const installed =
    process.env.CHROMIUM_PATH ??
    (process.env.BROWSER === 'bundled' ? undefined : INSTALLED.find((file) => fs.existsSync(file)));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  const { executablePath, env } = unpacked();
  return chromium.launch({ executablePath, env, args: [...QUIET, '--headless=shell', '--no-zygote'] });
}

/** Unpacks the browser once, in a folder of its own: the package’s default folder is shared with everybody. */
function unpacked(): { executablePath: string; env: Record<string, string> } {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = entry.slice(0, entry.lastIndexOf('chromium') + 'chromium'.length);
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = path.resolve(root, '../../.cache', `chromium-${version}`);
  const complete = path.join(folder, '.complete');
  if (!fs.existsSync(complete)) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    // In a child, so that TMPDIR and the switch that unpacks libraries and fonts too stay there.
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import c from ${JSON.stringify(pathToFileURL(entry).href)}; await c.executablePath();`,
      ],
      {
        env: {
          ...process.env,
          TMPDIR: folder,
          AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
          AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x',
          NODE_OPTIONS: '',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    fs.writeFileSync(complete, '');
  }
  const executablePath = path.join(folder, 'chromium');
  const env = { ...process.env } as Record<string, string>;
  if (lacksLibraries(executablePath))
    env.LD_LIBRARY_PATH = [path.join(folder, 'al2023/lib'), folder, process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':');
  const fonts = path.join(folder, 'fonts');
  if (!hasFonts() && fs.existsSync(fonts)) {
    const settings = path.join(folder, 'fonts.conf');
    fs.writeFileSync(
      settings,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${path.join(os.tmpdir(), 'goodstanding-fonts')}</cachedir></fontconfig>`,
    );
    env.FONTCONFIG_FILE = settings;
  }
  return { executablePath, env };
}

const lacksLibraries = (file: string) => /not found/.test(execFileSync('ldd', [file], { encoding: 'utf8' }));
const hasFonts = () =>
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) => fs.existsSync(folder) && fs.readdirSync(folder).length > 0,
  );

/** Hands the browser the cookie of somebody who has signed in: the manager, unless it says who. */
export async function letIn(
  context: BrowserContext,
  { url, manager }: Pick<StartedProduct, 'url' | 'manager'>,
  who: Asker = manager,
): Promise<void> {
  const [name = '', value = ''] = who.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
}
