import { ImportState, importSteps, statesBefore } from './imports.states.js';

test('every state is reached from the upload, and what is posted stays posted', () => {
  const reached = new Set([ImportState.UPLOADED]);
  for (const state of reached) for (const next of importSteps[state]) reached.add(next);
  expect([...reached].sort()).toEqual(Object.values(ImportState).sort());
  expect(importSteps[ImportState.POSTED]).toEqual([]);
});

test('nothing is posted without a dry run before', () => {
  expect(statesBefore(ImportState.POSTING)).toEqual([ImportState.CHECKED, ImportState.POSTING]);
  expect(statesBefore(ImportState.CHECKED)).toEqual([ImportState.CHECKING, ImportState.POSTING]);
});
