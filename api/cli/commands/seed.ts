import { seedAtScale } from '../../../seeds/at-scale.js';
import { ScoringService } from '../../scoring/scoring.service.js';
import { Clock } from '../../shared/clock.js';
import { Sql } from '../../shared/sql.js';
import { loadDemoBook } from '../demo-book.js';
import { endProgress, progress, type Run, UsageError, whole } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values) => {
  const size = {
    customers: whole(values.customers, '--customers', 50_000),
    invoices: whole(values.invoices, '--invoices', 1_000_000),
  };
  if (!values['at-scale'] && (values.customers || values.invoices))
    throw new UsageError('--customers and --invoices go with --at-scale.');
  return withApp(async (app) => {
    const sql = app.get(Sql);
    if (await sql.one('select from customer limit 1')) {
      console.error(
        'The book holds customers already, so nothing was added. Use another GOODSTANDING_HOME for another book.',
      );
      return 1;
    }
    if (values['at-scale']) {
      const today = app.get(Clock).today();
      await sql.connection((client) =>
        seedAtScale(client, { ...size, today }, (done, total) => progress(`${done} of ${total} invoices …`)),
      );
      await app.get(ScoringService).scoreBook(today);
    } else await loadDemoBook(app, progress);
    endProgress();
    console.log('The book is filled and scored.');
    return 0;
  });
};
