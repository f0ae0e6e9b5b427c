import { Injectable } from '@nestjs/common';
import { amountInWords, dayInWords, depositRelease, type Grade } from '../../analytics/index.js';
import { type Money, money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';

interface Held {
  customerId: number;
  name: string;
  number: string;
  currency: string;
  heldMinor: number;
  agreedOn: string;
  /** Null where it was agreed in another currency than it is held in. */
  agreedMinor: number | null;
  isReleased: boolean;
  invoices: number | null;
  daysLateAllowed: number | null;
  daysLate: number[];
  grade: Grade | null;
  hasOverdue: boolean;
}

/** A deposit that is to be given back. */
export interface DepositDue {
  customerId: number;
  name: string;
  number: string;
  amount: Money;
  reason: string;
}

/** Deposits that are held, beside what was agreed last and how invoices were paid since. What a write-off settled was not. */
const held = (ofWhom: string) => `with agreed as (
    select distinct on (customer_id) * from agreement
     where agreed_on <= $1 ${ofWhom} order by customer_id, agreed_on desc, id desc)
  select c.id as "customerId", c.name, c.number, c.currency, c.deposit_held_minor as "heldMinor", a.agreed_on as "agreedOn",
         case when a.currency = c.currency then a.deposit_minor end as "agreedMinor", a.deposit_released_on is not null as "isReleased",
         a.release_invoices as invoices, a.release_days_late as "daysLateAllowed", s.grade,
         array(select settled_on - due_on from (
           select i.settled_on, i.due_on, i.id from invoice i
            where i.customer_id = a.customer_id and i.issued_on >= a.agreed_on and i.settled_on <= $1
              and not exists (select from allocation l join credit w on w.customer_id = l.customer_id and w.id = l.credit_id and w.kind = 'write_off'
                               where l.customer_id = i.customer_id and l.invoice_id = i.id)
            order by i.settled_on desc, i.id desc limit a.release_invoices) paid order by settled_on, id) as "daysLate",
         exists (select from invoice i where i.customer_id = a.customer_id and i.settled_on is null and i.due_on < $1 and not i.is_disputed) as "hasOverdue"
    from agreed a join customer c on c.id = a.customer_id and c.deposit_held_minor > 0
    left join score s on s.customer_id = c.id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)`;
const ofAll = held('');
const ofSome = held('and customer_id = any($2)');

/** Which deposits are to be given back: the rule they were agreed with is met, or less was agreed since. */
@Injectable()
export class DepositReleases {
  constructor(private readonly sql: Sql) {}

  /** Of these customers; of all where none are named. */
  async due(asOf: string, customerIds: readonly number[] | null): Promise<DepositDue[]> {
    const rows = customerIds
      ? await this.sql.prepared<Held>(ofSome, [asOf, customerIds])
      : await this.sql.rows<Held>(ofAll, [asOf]);
    return rows.flatMap((row) => {
      const due = dueOf(row);
      if (due === null) return [];
      const { customerId, name, number, currency } = row;
      return [{ customerId, name, number, amount: money(due.minor, currency), reason: due.reason }];
    });
  }
}

function dueOf(of: Held): { minor: number; reason: string } | null {
  const { heldMinor, agreedMinor, currency, agreedOn, invoices, daysLateAllowed, grade } = of;
  if (of.isReleased) return { minor: heldMinor, reason: 'The rest of a deposit that was given back is still held.' };
  if (invoices !== null && daysLateAllowed !== null) {
    const because = depositRelease(of, { invoices, daysLate: daysLateAllowed });
    const since = `since it was agreed on ${dayInWords(agreedOn)}`;
    if (because === 'invoices')
      return {
        minor: heldMinor,
        reason: `The last ${invoices} invoices were paid at most ${daysLateAllowed} days late on average ${since}: give the deposit back.`,
      };
    if (because === 'grade')
      return {
        minor: heldMinor,
        reason: `Invoices were paid ${since}, and the grade is ${grade}: give the deposit back.`,
      };
  }
  if (agreedMinor === null || agreedMinor >= heldMinor || of.hasOverdue) return null;
  return {
    minor: heldMinor - agreedMinor,
    reason: `A deposit of ${amountInWords(agreedMinor, currency)} was agreed on ${dayInWords(agreedOn)}, and ${amountInWords(heldMinor, currency)} are held: give the rest back.`,
  };
}
