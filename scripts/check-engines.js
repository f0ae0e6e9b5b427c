// Names every package in package-lock.json whose engines exclude the oldest Node we promise, or the one that runs now.
import fs from 'node:fs';
import path from 'node:path';
import semver from 'semver';

const lock = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8'));
const violations = Object.entries(lock.packages).flatMap(([place, pack]) =>
  pack.engines?.node && !pack.optional
    ? ['20.19.0', process.versions.node]
        .filter((node) => !semver.satisfies(node, pack.engines.node))
        .map((node) => `${place || 'goodstanding'}@${pack.version} wants Node ${pack.engines.node}, not ${node}`)
    : [],
);
if (violations.length > 0) {
  console.error([...new Set(violations)].join('\n'));
  process.exit(1);
}
