import { allowedSteps, HELD } from './standing.states.js';
import { StandingState } from './standing.view.js';

const all = Object.values(StandingState);

test('every standing can be reached from good, and the table names no other', () => {
  const reached = new Set<StandingState>([StandingState.GOOD]);
  for (const state of reached) for (const next of allowedSteps[state]) reached.add(next);
  expect([...reached].sort()).toEqual([...all].sort());
  expect(Object.keys(allowedSteps).sort()).toEqual([...all].sort());
});

test('no step leads to where one stands already', () => {
  for (const state of all) expect(allowedSteps[state]).not.toContain(state);
});

test('the end is the end; from everywhere else there is a way back to good', () => {
  expect(allowedSteps[StandingState.ENDED]).toEqual([]);
  for (const state of all.filter((each) => each !== StandingState.ENDED && each !== StandingState.GOOD)) {
    expect(allowedSteps[state]).toContain(StandingState.GOOD);
  }
});

test('no warning is skipped on the way to the end: supply is stopped only after orders were held, and ended only after that', () => {
  const leadTo = (to: StandingState) => all.filter((from) => allowedSteps[from].includes(to));
  expect(leadTo(StandingState.SUPPLY_STOPPED)).toEqual([StandingState.ORDERS_ON_HOLD]);
  expect(leadTo(StandingState.ENDED)).toEqual([StandingState.SUPPLY_STOPPED]);
});

test('nothing new is supplied in the three last ones', () => {
  expect(HELD).toEqual([StandingState.ORDERS_ON_HOLD, StandingState.SUPPLY_STOPPED, StandingState.ENDED]);
});
