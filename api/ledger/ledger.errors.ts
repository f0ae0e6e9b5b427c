import { Refusal } from '../shared/refusal.js';

export class UnknownCurrency extends Refusal {
  readonly code = 'UNKNOWN_CURRENCY';

  constructor(code: string) {
    super(`“${code}” is not a currency. Give the three letters of ISO 4217, such as EUR or USD.`);
  }
}

export class RateToItself extends Refusal {
  readonly code = 'RATE_TO_ITSELF';

  constructor(currency: string) {
    super(`${currency} is the reporting currency: one is worth one. Give the rate of another currency.`);
  }
}

export class RateNotPositive extends Refusal {
  readonly code = 'RATE_NOT_POSITIVE';

  constructor(rate: number) {
    super(
      `A rate of ${rate} cannot be used. Say how many units of the reporting currency one unit is worth: a number above 0.`,
    );
  }
}
