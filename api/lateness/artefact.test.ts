import { checksumOf } from '../shared/canonical-json.js';
import { readArtefact } from './artefact.js';

const read = (kept: unknown) => {
  const artefact = JSON.stringify(kept);
  return () => readArtefact({ kind: 'lateness', version: 7, artefact, checksum: checksumOf(artefact) });
};

test.each([
  ['nothing', null],
  ['an empty object', {}],
  ['a model without its settings', { format: 1, kind: 'lateness', model: { version: 1 } }],
  ['a model of something else', { format: 1, kind: 'weather', model: { version: 1, settings: {} } }],
])('%s, with the right checksum, is no model: a sentence says so', (_, kept) => {
  expect(read(kept)).toThrow('Lateness model 7 holds no model that this program can read.');
});

test('what a newer program wrote is told as that, whatever its shape', () => {
  expect(read({ format: 9 })).toThrow('Lateness model 7 is kept in form 9, which a newer Goodstanding wrote.');
  expect(read({ format: 1, model: { version: 2 } })).toThrow('which a newer Goodstanding wrote.');
});
