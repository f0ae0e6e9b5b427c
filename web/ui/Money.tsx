import { amount, missing, money } from '../format.js';

type Value = { minor: number; currency: string } | null | undefined;

/** `bare` leaves the currency to the column's head; `why` is told on hover when there is no value. */
export function Money({
  value,
  bare,
  overdue,
  why,
}: {
  value: Value;
  bare?: boolean;
  overdue?: boolean;
  why?: string;
}) {
  if (!value) return <span title={why}>{missing}</span>;
  const text = bare ? amount(value.minor, value.currency) : money(value);
  return <span className={overdue && value.minor > 0 ? 'overdue nowrap' : 'nowrap'}>{text}</span>;
}
