import { Refusal } from '../shared/refusal.js';
import type { Customer } from './customer.entity.js';

export class CurrencyOfLimitDiffers extends Refusal {
  readonly code = 'CURRENCY_OF_LIMIT_DIFFERS';

  constructor(customer: Customer, given: string) {
    super(
      `The limit of ${customer.name} is kept in ${customer.currency}, not in ${given}. Give the amount in ${customer.currency}.`,
    );
  }
}
