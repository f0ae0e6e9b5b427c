import { Injectable } from '@nestjs/common';
import {
  amountInWords,
  creditUtilisation,
  dayInWords,
  exposure,
  isCurrency,
  roundMinor,
} from '../../analytics/index.js';
import { type Customer, CustomerStage } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { AgingService } from '../ledger/aging.service.js';
import { UnknownCurrency } from '../ledger/ledger.errors.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { MOST_MINOR, money } from '../shared/money.view.js';
import { BadInput } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { exposureOf } from './exposure-of.js';
import { AmountMustBePositive, NoRateForSupply, TwoCustomers } from './standing.errors.js';
import type { SupplyArgs } from './standing.inputs.js';
import { HELD } from './standing.states.js';
import type { Standing, SupplyAnswer } from './standing.view.js';

/** The one question of the ERP, the shop and the CRM. */
@Injectable()
export class SupplyService {
  constructor(
    private readonly customers: CustomersService,
    private readonly aging: AgingService,
    private readonly rates: RatesService,
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async canSupply({ customerId, customerNumber, amountMinor, currency }: SupplyArgs): Promise<SupplyAnswer> {
    if (amountMinor <= 0) throw new AmountMustBePositive();
    if (amountMinor > MOST_MINOR)
      throw new BadInput('That is more than anybody can supply: is the amount in minor units of the currency?');
    if (customerId === undefined && customerNumber === undefined)
      throw new BadInput('Say for whom: give customerId or customerNumber.');
    const customer =
      customerId === undefined
        ? await this.customers.byNumber(customerNumber as string)
        : await this.customers.byId(customerId);
    if (customerNumber !== undefined && customer.number !== customerNumber)
      throw new TwoCustomers(customerNumber, customer.number);
    const standing = await this.sql.one<Standing>(
      'select state, since, reasons, changed_by as "changedBy" from standing where customer_id = $1',
      [customer.id],
    );
    const owed = await this.owed(customer);
    const more = await this.inOwnCurrency(customer, amountMinor, currency ?? customer.currency);
    const after = { ...owed, openOrdersMinor: more };
    const exposureMinor = roundMinor(exposure(after));
    const limit = customer.creditLimitMinor;
    const answer = (allowed: boolean, code: string, reason: string): SupplyAnswer => ({
      customerId: customer.id,
      allowed,
      code,
      reason,
      exposureAfter: money(exposureMinor, customer.currency),
      creditLimit: limit === null ? null : money(limit, customer.currency),
      utilisation: limit === null ? null : creditUtilisation({ ...after, limitMinor: limit }),
    });
    const words = (minor: number) => amountInWords(minor, customer.currency);
    if (customer.stage === CustomerStage.CLOSED)
      return answer(false, 'CLOSED', `${customer.name} is closed: nothing more is sold to it.`);
    if (customer.stage === CustomerStage.PROSPECT)
      return answer(false, 'NOT_YET_A_CUSTOMER', `${customer.name} is a prospect: sign the contract first.`);
    if (standing && HELD.includes(standing.state)) {
      return answer(
        false,
        'ON_HOLD',
        `Orders of ${customer.name} are on hold since ${standing.since ? dayInWords(standing.since.toISOString().slice(0, 10)) : 'an unknown day'}. ${standing.reasons.join(' ')}`,
      );
    }
    if (limit === null)
      return answer(
        true,
        'NO_LIMIT',
        `${customer.name} has no limit set; with this it would owe ${words(exposureMinor)}.`,
      );
    if (exposureMinor > limit) {
      return answer(
        false,
        'OVER_LIMIT',
        `With this ${customer.name} would owe ${words(exposureMinor)}, ${words(exposureMinor - limit)} above its limit of ${words(limit)}.`,
      );
    }
    return answer(
      true,
      'WITHIN_LIMIT',
      `With this ${customer.name} would owe ${words(exposureMinor)} of its limit of ${words(limit)}.`,
    );
  }

  /** What it owes today over all its currencies, in its own. */
  private async owed(customer: Customer) {
    const rows = await this.aging.ofCustomers([customer.id], this.clock.today());
    let openMinor = 0;
    let unappliedMinor = 0;
    for (const row of rows) {
      openMinor += await this.inOwnCurrency(customer, row.total, row.currency);
      unappliedMinor += await this.inOwnCurrency(customer, -row.unapplied, row.currency);
    }
    return exposureOf({ openMinor, unappliedMinor, depositHeldMinor: customer.depositHeldMinor });
  }

  private async inOwnCurrency(customer: Customer, minor: number, currency: string): Promise<number> {
    if (!isCurrency(currency)) throw new UnknownCurrency(currency);
    if (currency === customer.currency) return minor;
    const { factors } = await this.rates.on(this.clock.today());
    const from = factors.get(currency);
    const to = factors.get(customer.currency);
    if (from === undefined || to === undefined) throw new NoRateForSupply(currency, customer.currency);
    return roundMinor((minor * from) / to);
  }
}
