import type { ReactNode } from 'react';
import { count, counted, day, days, missing, money, roundMoney, share } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Definition } from '../../ui/Definition.js';
import type { PortfolioQuery } from './portfolio.graphql.js';
import classes from './Tiles.module.css';

type Portfolio = ResultOf<typeof PortfolioQuery>['portfolio'];

/** One number each, and what it means one click away. */
export function Tiles({ portfolio: p }: { portfolio: Portfolio }) {
  const late = p.expectedLateNext30;
  const lateShare = late && p.dueNext30.minor > 0 ? late.minor / p.dueNext30.minor : null;
  return (
    <section className={classes.tiles} aria-label="The book in four numbers">
      <Tile
        term="Total owed"
        meaning={`The open part of every invoice as of ${day(p.asOf)}, in ${p.currency}. Cash not yet applied to an invoice is ${money(p.unapplied)}.`}
        value={roundMoney(p.total)}
        exact={money(p.total)}
      >
        {counted(p.customersOwing, 'customer', 'customers')}, {counted(p.openInvoices, 'open invoice', 'open invoices')}
      </Tile>
      <Tile
        term="Overdue"
        meaning="The open part of every invoice whose due day has passed. What is due today is not overdue."
        value={roundMoney(p.overdue)}
        exact={money(p.overdue)}
        isOverdue={p.overdue.minor > 0}
      >
        {share(p.overdueShare)} of what is owed, {count(p.overdueInvoices)} of {count(p.openInvoices)} invoices
      </Tile>
      <Tile
        term="Days sales outstanding"
        meaning={`What is owed, in days of sales: total ÷ sales of the last 90 days (${money(p.sales90)}) × 90. Best possible counts only what is not yet due. Count-back takes each month’s sales off the total until nothing is left, so a good month does not flatter it.`}
        value={days(p.dso)}
        exact={p.dso === null ? 'No sales in the last 90 days' : days(p.dso, 1)}
      >
        best possible {days(p.bestPossibleDso)}, count-back {p.countBackDso === null ? missing : days(p.countBackDso)}
      </Tile>
      <Tile
        term="Expected late in 30 days"
        meaning={`Of what falls due in the next 30 days, the part we expect to be paid late: every open amount × its chance of being paid late, by the model of lateness, or by the score of its customer where that says nothing.${cashSentence(p.expectedCashNext30)}`}
        value={late ? roundMoney(late) : missing}
        exact={late ? money(late) : 'Not scored as of this day'}
      >
        {late ? `${share(lateShare)} of ${roundMoney(p.dueNext30)} falling due` : 'not scored as of this day'}
      </Tile>
    </section>
  );
}

/** From the days on which each invoice is likely to be paid. */
const cashSentence = (cash: Portfolio['expectedCashNext30']) =>
  cash
    ? ` In the next 30 days we expect ${roundMoney(cash.expected)} of ${roundMoney(cash.ofOpen)} open to come in.`
    : '';

type TileProps = {
  term: string;
  meaning: string;
  value: string;
  exact: string;
  isOverdue?: boolean;
  children: ReactNode;
};

function Tile({ term, meaning, value, exact, isOverdue, children }: TileProps) {
  return (
    <div className={classes.tile}>
      <h2>
        <Definition term={term}>{meaning}</Definition>
      </h2>
      <p className={classes.value} title={exact} data-overdue={isOverdue || undefined}>
        {value}
      </p>
      <p className="muted small">{children}</p>
    </div>
  );
}
