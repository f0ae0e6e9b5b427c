import { StandingState } from './standing.view.js';

/** Which standing may follow which. Supply is stopped and ended by people alone. */
export const allowedSteps: Record<StandingState, readonly StandingState[]> = {
  [StandingState.GOOD]: [StandingState.WATCH, StandingState.WARNED, StandingState.ORDERS_ON_HOLD],
  [StandingState.WATCH]: [StandingState.GOOD, StandingState.WARNED, StandingState.ORDERS_ON_HOLD],
  [StandingState.WARNED]: [StandingState.GOOD, StandingState.WATCH, StandingState.ORDERS_ON_HOLD],
  [StandingState.ORDERS_ON_HOLD]: [StandingState.GOOD, StandingState.WATCH, StandingState.SUPPLY_STOPPED],
  [StandingState.SUPPLY_STOPPED]: [StandingState.GOOD, StandingState.ORDERS_ON_HOLD, StandingState.ENDED],
  [StandingState.ENDED]: [],
};

/** In these nothing new is supplied. */
export const HELD: readonly StandingState[] = [
  StandingState.ORDERS_ON_HOLD,
  StandingState.SUPPLY_STOPPED,
  StandingState.ENDED,
];
