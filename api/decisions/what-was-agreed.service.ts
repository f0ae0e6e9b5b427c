import { Injectable } from '@nestjs/common';
import { daysBetween, steadiedRun } from '../../analytics/index.js';
import { CustomersService } from '../customers/customers.service.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import { NothingToRenew } from './decisions.errors.js';
import type { VetInput } from './decisions.inputs.js';

/** What was agreed with a customer last, or decided where nothing was. */
interface Before {
  isAgreement: boolean;
  points: number;
  on: string;
  inputs: Application;
}

/** What a renewal stands on. */
export interface RenewalFacts {
  input: VetInput;
  /** Null where nothing was agreed: then today’s score counts as it is. */
  agreed: { points: number; on: string; isHardEvent: boolean } | null;
}

const before = `select a.id is not null as "isAgreement", d.points, coalesce(a.agreed_on, d.decided_on) as "on", d.inputs
   from decision d left join agreement a on a.customer_id = d.customer_id and a.decision_id = d.id
  where d.customer_id = $1 order by a.id is null, a.agreed_on desc, a.id desc, d.id desc limit 1`;
const invoiced = `select coalesce(sum(amount_minor) filter (where issued_on > $3::date - 365), 0) as "yearMinor", min(issued_on) as first
   from invoice where customer_id = $1 and currency = $2 and issued_on <= $3`;

/** What is known of a customer whose terms are looked at again: what it asked for then, what it buys now, what happened since. */
@Injectable()
export class WhatWasAgreed {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly customers: CustomersService,
  ) {}

  async of(customerId: string): Promise<RenewalFacts> {
    const customer = await this.customers.byId(customerId);
    const today = this.clock.today();
    const last = await this.sql.one<Before>(before, [customer.id]);
    const { currency } = last?.inputs ?? customer;
    const sales = await this.sql.one<{ yearMinor: number; first: string | null }>(invoiced, [
      customer.id,
      currency,
      today,
    ]);
    const months = sales?.first ? Math.min(12, Math.max(1, daysBetween(sales.first, today) / (365 / 12))) : 0;
    const monthMinor = months === 0 ? 0 : Math.round((sales?.yearMinor ?? 0) / months);
    if (!last && monthMinor === 0) throw new NothingToRenew(customer.name);
    const is = {
      customerId: String(customer.id),
      companyName: customer.name,
      registrationNumber: customer.registrationNumber ?? undefined,
      country: customer.country ?? undefined,
      entityType: customer.entityType,
      currency,
    };
    const input: VetInput = last
      ? { ...is, ...askedAgain(last.inputs, months < 12 ? 0 : monthMinor) }
      : {
          ...is,
          contractValueMinor: 12 * monthMinor,
          monthlyRunMinor: monthMinor,
          termsDaysAsked: customer.termsDays ?? 30,
        };
    return {
      input,
      agreed: last?.isAgreement
        ? { points: last.points, on: last.on, isHardEvent: await this.isHardEvent(customer.id, last.on) }
        : null,
    };
  }

  private async isHardEvent(customerId: number, since: string): Promise<boolean> {
    const found = await this.sql.one('select from default_event where customer_id = $1 and happened_on >= $2 limit 1', [
      customerId,
      since,
    ]);
    return found !== undefined;
  }
}

/** As it asked then; by what was invoiced in a whole year, where that is far from what it said it would buy. Set-up is spent. */
function askedAgain(of: Application, invoicedMinor: number) {
  const { monthlyRunMinor: agreedMinor } = of;
  const monthlyRunMinor = invoicedMinor === 0 ? agreedMinor : steadiedRun({ agreedMinor, invoicedMinor });
  const share = monthlyRunMinor / agreedMinor;
  return {
    contractValueMinor: Math.round(of.contractValueMinor * share),
    monthlyRunMinor,
    termsDaysAsked: of.termsDaysAsked,
    billingPeriodDays: of.billingPeriodDays,
    workInProgressMinor: Math.round(of.workInProgressMinor * share),
    margin: of.margin ?? undefined,
    hasGuarantee: of.hasGuarantee,
    parentName: of.parentName ?? undefined,
  };
}
