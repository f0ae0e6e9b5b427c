import fs from 'node:fs';
import path from 'node:path';
import { Sanctions } from '../../sanctions/sanctions.service.js';
import { BadInput } from '../../shared/refusal.js';
import { type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values, [file, ...more]) => {
  if (file === undefined || more.length > 0) throw new UsageError('Name one file: the list.');
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${file} cannot be read. Is it there?`);
  }
  const name = typeof values.name === 'string' ? values.name : path.parse(file).name;
  return withApp(async (app) => {
    const { entries, sha256 } = await app.get(Sanctions, { strict: false }).import(name, text);
    if (values.json) console.log(JSON.stringify({ name, entries, sha256 }));
    else console.log(`“${name}” names ${entries}. Applicants are looked for in it from now on.`);
    return 0;
  });
};
