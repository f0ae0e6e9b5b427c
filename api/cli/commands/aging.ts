import { AgingService } from '../../ledger/aging.service.js';
import { AgingBasis } from '../../ledger/aging.view.js';
import { BookService } from '../../ledger/book.service.js';
import { agingTable } from '../aging-table.js';
import { day, type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values) => {
  const given = day(values['as-of'], '--as-of');
  const by = values.by ?? 'due';
  if (by !== 'due' && by !== 'invoice') throw new UsageError(`--by takes due or invoice, not “${String(by)}”.`);
  return withApp(async (app) => {
    const asOf = app.get(BookService).asOf(given);
    const totals = await app.get(AgingService).totals(asOf, by === 'due' ? AgingBasis.DUE : AgingBasis.INVOICE);
    const inOrder = totals.map(
      ({ currency, current, days1To30, days31To60, days61To90, over90, unapplied, total }) => ({
        currency,
        current,
        days1To30,
        days31To60,
        days61To90,
        over90,
        unapplied,
        total,
      }),
    );
    if (values.json) console.log(JSON.stringify({ asOf, by, totals: inOrder }));
    else {
      console.log(`What is owed on ${asOf}, in days past the ${by === 'due' ? 'due day' : 'day of issue'}`);
      console.log(inOrder.length > 0 ? `\n${agingTable(inOrder)}` : 'Nothing.');
    }
    return 0;
  });
};
