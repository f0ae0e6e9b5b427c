import { lazy, Suspense } from 'react';
import { useAsOf, useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { Empty, Faces } from '../../ui/Faces.js';
import { NotScored } from '../../ui/NotScored.js';
import { PageSkeleton } from '../../ui/PageSkeleton.js';
import { ActToday } from './ActToday.js';
import { AgingByGrade } from './AgingByGrade.js';
import { leftOutSentence } from './left-out.js';
import { OverdueHistory } from './OverdueHistory.js';
import { PortfolioQuery } from './portfolio.graphql.js';
import { Tiles } from './Tiles.js';
import { TopDebtors } from './TopDebtors.js';

/** Its form is loaded only for a book that lacks a rate. */
const WithoutRate = lazy(() => import('../../ui/WithoutRate.js'));

export default function PortfolioPage() {
  const { asOf } = useAsOf();
  const book = useBook();
  const asked = useAsk(PortfolioQuery, { asOf });
  return (
    <div className="page">
      <h1>The book as of {day(asOf)}</h1>
      {book.invoiceCount === 0 ? (
        <Empty>
          <EmptyBook what="invoices" />
        </Empty>
      ) : (
        <Faces of={asked} what="the portfolio" skeleton={<PageSkeleton />}>
          {({ portfolio }) => (
            <>
              <NotScored />
              {portfolio.leftOut.length > 0 && (
                <Suspense>
                  <WithoutRate
                    left={portfolio.leftOut.map((row) => ({ currency: row.currency, sentence: leftOutSentence(row) }))}
                    asOf={asOf}
                  />
                </Suspense>
              )}
              <Tiles portfolio={portfolio} />
              <div className="columns">
                <AgingByGrade asOf={asOf} />
                <OverdueHistory asOf={asOf} />
              </div>
              <ActToday asOf={asOf} />
              <TopDebtors portfolio={portfolio} />
            </>
          )}
        </Faces>
      )}
    </div>
  );
}
