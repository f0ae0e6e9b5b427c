import { Injectable } from '@nestjs/common';
import { bureauScale, isCurrency } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf } from '../shared/list.js';
import { MOST_MINOR } from '../shared/money.view.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { BureauScales } from './bureau-scales.service.js';
import { type CreditCheck, CreditCheckProvider } from './credit-check.view.js';
import { CreditCheckNotRight } from './credit-checks.errors.js';
import type { TypeInCreditCheckInput } from './credit-checks.inputs.js';
import { keepCreditCheck } from './keep-credit-check.js';
import { shownCreditCheck } from './show-credit-check.js';
import { reportTypedIn, type TypedIn } from './typed-in.js';

/** Keeps a report that somebody has on paper, or heard of. */
@Injectable()
export class TypeInCreditCheck {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly scales: BureauScales,
  ) {}

  async typeIn(input: TypeInCreditCheckInput): Promise<CreditCheck> {
    const today = this.clock.today();
    const { reportedOn = today } = input;
    const scales = await this.scales.inForce();
    const scale = input.bureauScale === undefined ? null : bureauScale(input.bureauScale, today, scales);
    const customerId = keyOf(input.customerId);
    const row = await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ currency: string }>('select currency from customer where id = $1', [
        customerId,
      ]);
      if (!rows[0]) throw new NotFound('customer', input.customerId);
      const typed = typedIn(input, rows[0].currency);
      const wrong = wrongWith(typed, scale !== null, reportedOn > today);
      if (wrong !== null) throw new CreditCheckNotRight(wrong);
      const kept = await keepCreditCheck(client, {
        customerId,
        provider: CreditCheckProvider.TYPED_IN,
        reference: input.from.trim(),
        reportedOn,
        receivedAt: this.clock.now(),
        askedBy: caller().name,
        received: typed,
        report: reportTypedIn(typed, scale, reportedOn),
      });
      await this.audit.record(client, {
        action: 'typed in a credit check',
        subjectType: 'customer',
        subjectId: String(customerId),
        details: { check: kept.id, from: kept.reference, reportedOn },
      });
      return kept;
    });
    return shownCreditCheck(row, today);
  }
}

/** Why it cannot be kept as it was typed; null when it can. */
function wrongWith(of: TypedIn, isScaleKnown: boolean, isAhead: boolean): string | null {
  const { currency, ...values } = of;
  const amounts = Object.entries(values).filter(([name]) => name.endsWith('Minor'));
  if (isAhead) return 'A report cannot be of a day to come. Give the day it was made.';
  if (of.bureauScale !== null && !isScaleKnown)
    return `We do not know the scale “${of.bureauScale}”. See bureauScales.`;
  if ((of.bureauScale === null) !== (of.bureauScore === null))
    return 'Give the bureau’s score and its scale, or neither.';
  if (!isCurrency(currency)) return `“${currency}” is not a currency: give the three letters of ISO 4217, such as EUR.`;
  if (amounts.some(([, amount]) => Math.abs(Number(amount ?? 0)) > MOST_MINOR))
    return 'That is more than any company has: is it in minor units of the currency?';
  if ((of.suggestedLimitMinor ?? 0) < 0) return 'A limit cannot be below nothing.';
  if (Object.values(values).every((value) => value === null)) return 'Nothing is typed in: give at least one figure.';
  return null;
}

function typedIn(input: TypeInCreditCheckInput, currencyOfCustomer: string): TypedIn {
  return {
    bureauScale: input.bureauScale ?? null,
    bureauScore: input.bureauScore ?? null,
    daysBeyondTerms: input.daysBeyondTerms ?? null,
    judgments: input.judgments ?? null,
    yearsTrading: input.yearsTrading ?? null,
    insolvent: input.insolvent ?? null,
    accountsOverdue: input.accountsOverdue ?? null,
    currency: input.currency?.trim().toUpperCase() || currencyOfCustomer,
    suggestedLimitMinor: input.suggestedLimitMinor ?? null,
    netWorthMinor: input.netWorthMinor ?? null,
    workingCapitalMinor: null,
    currentAssetsMinor: input.currentAssetsMinor ?? null,
    currentLiabilitiesMinor: input.currentLiabilitiesMinor ?? null,
    totalAssetsMinor: input.totalAssetsMinor ?? null,
    totalLiabilitiesMinor: input.totalLiabilitiesMinor ?? null,
    retainedEarningsMinor: input.retainedEarningsMinor ?? null,
    ebitMinor: input.ebitMinor ?? null,
  };
}
