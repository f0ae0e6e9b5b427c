/** How much JavaScript the first page loads, compressed: the entry, the portfolio, its charts, and all that these import. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from './measurement.js';
import { root } from './stand.js';

const web = path.join(root, 'dist/web');
const assets = path.join(web, 'assets');

/** Asked for where a currency of the book has no rate, and nowhere else. */
const onlyWhenNeeded = /^WithoutRate-/;

export async function firstPage(): Promise<Measurement[]> {
  const html = fs.readFileSync(path.join(web, 'index.html'), 'utf8');
  const files = new Set<string>();
  for (const [, file = ''] of html.matchAll(/<script[^>]*src="\/([^"]+)"/g)) add(path.join(web, file), files);
  for (const [, file = ''] of html.matchAll(/rel="modulepreload"[^>]*href="\/([^"]+)"/g))
    add(path.join(web, file), files);
  const portfolio = fs.readdirSync(assets).filter((file) => /^PortfolioPage-.*\.js$/.test(file));
  if (portfolio.length !== 1)
    throw new Error(`dist/web/assets holds ${portfolio.length} portfolio pages instead of one`);
  for (const file of portfolio) {
    add(path.join(assets, file), files);
    // What it loads by itself as soon as it is there: its charts.
    const text = fs.readFileSync(path.join(assets, file), 'utf8');
    for (const [, later = ''] of text.matchAll(/import\([`"']\.\/([^`"']+)[`"']\)/g))
      if (!onlyWhenNeeded.test(later)) add(path.join(assets, later), files);
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(fs.readFileSync(file)).length, 0);
  return [{ name: 'first-page', value: bytes / 1024, unit: 'KB', floor: null, target: 260 }];
}

/** The file and whatever it imports without being asked. */
function add(file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  const text = fs.readFileSync(file, 'utf8');
  for (const [, imported = ''] of text.matchAll(/(?:from|import) ?["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    const found = path.join(path.dirname(file), imported);
    if (fs.existsSync(found)) add(found, files); // else it is a text that looks like an import
  }
}
