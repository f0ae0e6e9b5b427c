/** Writes the at-scale book as customers.csv, invoices.csv and payments.csv of our own import format. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AtScaleSize, atScaleLedger } from './at-scale/ledger.js';
import { type CsvFile, csvHeaders, csvLines } from './book/csv.js';
import type { CustomerLedger } from './book/customer-ledger.js';

/** Returns the paths; a million invoices are about 150 MB, and only one customer is ever in memory. */
export async function writeAtScaleFiles(folder: string, size: AtScaleSize): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  // The same book is made once for each file: that costs a second, and a stream for each at once would cost order.
  for (const file of Object.keys(csvHeaders) as CsvFile[]) {
    const to = path.join(folder, `${file}.csv`);
    await pipeline(Readable.from(inChunks(file, atScaleLedger(size))), createWriteStream(to));
    paths.push(to);
  }
  return paths;
}

function* inChunks(file: CsvFile, ledgers: Iterable<CustomerLedger>): Generator<string> {
  let chunk = `${csvHeaders[file]}\n`;
  for (const ledger of ledgers) {
    for (const line of csvLines(file, ledger)) chunk += line;
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}
