import fs from 'node:fs';
import path from 'node:path';

// Nothing here invents a cipher, a hash or a random number: four well-kept implementations do, and what they are asked for is in reach of nobody's machine.
const root = path.resolve(import.meta.dirname, '../..');
const sources = ['analytics', 'api', 'seeds', 'web'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules') && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: path.join(folder, name), text: fs.readFileSync(path.join(root, folder, name), 'utf8') })),
);
const found = (pattern: RegExp) =>
  sources.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => `${name}: ${match[1] ?? match[0]}`));
const kinds = (pattern: RegExp) => [...new Set(found(pattern).map((each) => each.replace(/^.*: /, '')))].sort();

test('cryptography is done by Node, @node-rs/argon2, otpauth and openid-client, and by nothing else', () => {
  const doesCryptography =
    /crypt|argon|scrypt|hash|sha\d|md5|jose|jwt|jws|otp|forge|nacl|sodium|openid|oauth|secp|curve|hmac|pbkdf|random|uuid|nanoid/i;
  const libraries = [
    'package.json',
    ...['analytics', 'api', 'seeds', 'web'].map((each) => `${each}/package.json`),
  ].flatMap((file) => Object.keys(JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).dependencies ?? {}));
  const ours = ['@node-rs/argon2', 'openid-client', 'otpauth'];
  expect([...new Set(libraries)].filter((name) => doesCryptography.test(name)).sort()).toEqual(ours);
  const imported = kinds(/from '([^'.][^']*)'/g).filter((name) => doesCryptography.test(name));
  expect(imported).toEqual([...ours, 'node:crypto'].sort());
});

test('what is asked of them has 128 bits and more: SHA-256 and AES-256-GCM; SHA-1 tells only whether a score is another one', () => {
  expect(kinds(/createHash\('(.*?)'\)/g)).toEqual(['sha256']);
  expect(found(/\bsha-?1\b/gi)).toEqual(['api/scoring/keep-scores.ts: sha1']);
  // Webhooks are signed as Standard Webhooks says.
  expect(found(/createHmac\(([^,]+)/g)).toEqual(["api/shared/webhook-signature.ts: 'sha256'"]);
  expect(found(/\bcreateSign\b|\bgenerateKey\w*\b|\bmd5\b|\brc4\b|\bdes-\w+/gi)).toEqual([]);
  expect(found(/create(?:C|Dec)ipheriv\(([^,]+)/g).map((each) => each.replace(/^.*: /, ''))).toEqual([
    'CIPHER',
    'CIPHER',
  ]);
  expect(kinds(/CIPHER = '(.*?)'/g)).toEqual(['aes-256-gcm']);
});

test('no random number that anybody could guess is taken: chance comes from node:crypto', () => {
  expect(found(/Math\.random/g)).toEqual([]);
});

test('no text is ever run as a program or taken for a pattern, and no page takes one for markup', () => {
  // Made of words that stand in the program.
  expect(found(/new RegExp\(/g)).toEqual(['api/imports/csv/dropped-columns.ts: new RegExp(']);
  expect(found(/\beval\(|new Function\(|\bexecSync\(|\bexec\('|shell: true|node:vm|from 'vm'/g)).toEqual([]);
  expect(found(/dangerouslySetInnerHTML|innerHTML|outerHTML|document\.write|insertAdjacentHTML|postMessage/g)).toEqual(
    [],
  );
});
