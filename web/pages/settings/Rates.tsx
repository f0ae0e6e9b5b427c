import { useAddress, usePaging, useSort } from '../../address.js';
import { useBook } from '../../as-of.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { RateForm } from '../../ui/RateForm.js';
import { Select } from '../../ui/Select.js';
import WithoutRate from '../../ui/WithoutRate.js';
import { rateColumns } from './rate-columns.js';
import { ExchangeRatesQuery } from './settings.graphql.js';

const size = 12;

export function Rates() {
  const book = useBook();
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['CURRENCY', 'VALID_ON'], 'VALID_ON', 'DESC');
  const currency = get('currency');
  const asked = useAsk(ExchangeRatesQuery, {
    first: size,
    after: paging.after,
    filter: { currency: currency || null },
    sort: sort.by,
    direction: sort.direction,
  });
  const without = asked.data?.book.currenciesWithoutRate ?? [];
  const foreign = book.currencies.filter((code) => code !== book.reportingCurrency);
  return (
    <section className="stack" aria-labelledby="rates">
      <div className="head">
        <h2 id="rates">Exchange rates</h2>
        {foreign.length > 1 && (
          <Select
            label="Currency of the rates shown"
            any="Any currency"
            value={currency}
            choices={Object.fromEntries(foreign.map((code) => [code, code]))}
            onChange={(next) => set({ currency: next })}
          />
        )}
      </div>
      <p className="muted">
        A rate holds from its day until the next one. A past day is added up at the rate that held then.
      </p>
      {without.length > 0 && (
        <WithoutRate
          left={without.map((code) => ({
            currency: code,
            sentence: `${code} has no rate, so no amount in it is in any total.`,
          }))}
          asOf={book.suggestedAsOf}
        />
      )}
      <Allowed to="settings.change">
        <RateForm validOn={book.suggestedAsOf} />
      </Allowed>
      <PagedTable
        of={asked}
        page={({ exchangeRates }) => exchangeRates}
        what="the exchange rates"
        lines={size}
        empty={
          currency
            ? `There is no rate for ${currency} yet. Enter one above, or import a file with rates.`
            : `There are no rates yet. A book in ${book.reportingCurrency} alone needs none; for others enter one above, or import rates.csv.`
        }
        label="Exchange rates"
        columns={rateColumns}
        keyOf={(row) => `${row.currency} ${row.toCurrency} ${row.validOn}`}
        sort={sort}
        paging={paging}
        size={size}
        one="rate"
        many="rates"
      />
    </section>
  );
}
