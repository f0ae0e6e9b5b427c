import { amountInWords } from '../../analytics/index.js';
import type { Money } from '../shared/money.view.js';
import { Refusal } from '../shared/refusal.js';

export class NotSoMuchHeld extends Refusal {
  readonly code = 'NOT_SO_MUCH_HELD';

  constructor(name: string, held: Money) {
    super(
      `${held.minor > 0 ? amountInWords(held.minor, held.currency) : 'No deposit'} is held of ${name}: no more than that can be given back.`,
    );
  }
}

export class DepositNotInCurrency extends Refusal {
  readonly code = 'DEPOSIT_NOT_IN_CURRENCY';

  constructor(name: string, currency: string) {
    super(`Deposits of ${name} are held in ${currency}: give the amount in it.`);
  }
}
