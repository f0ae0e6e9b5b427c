import { useParams } from 'react-router';
import { useAsOf } from '../../as-of.js';
import { day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Faces } from '../../ui/Faces.js';
import { PageSkeleton } from '../../ui/PageSkeleton.js';
import { AtRest } from './AtRest.js';
import { CreditChecksPanel } from './CreditChecksPanel.js';
import { CreditsPanel } from './CreditsPanel.js';
import { CustomerActions } from './CustomerActions.js';
import { CustomerHead } from './CustomerHead.js';
import { CustomerQuery } from './customer.graphql.js';
import { DaysLatePanel } from './DaysLatePanel.js';
import { DecisionsPanel } from './DecisionsPanel.js';
import { FiguresPanel } from './FiguresPanel.js';
import { InvoicesPanel } from './InvoicesPanel.js';
import { MayWeSupply } from './MayWeSupply.js';
import { ScoreHistoryPanel } from './ScoreHistoryPanel.js';
import { ScorePanel } from './ScorePanel.js';
import { TermsPanel } from './TermsPanel.js';
import { Timeline } from './Timeline.js';

type Answer = ResultOf<typeof CustomerQuery>;
export type Customer = Answer['customer'];
export type Pauses = Answer['reminderPauses']['nodes'];
export type Reviews = Answer['scoreReviews']['nodes'];

export default function CustomerPage() {
  const { id = '' } = useParams();
  const { asOf } = useAsOf();
  const asked = useAsk(CustomerQuery, { id, asOf });
  return (
    <Faces of={asked} what="this customer" skeleton={<PageSkeleton />}>
      {({ customer, scoreReviews, defaultEvidence, reminderPauses }) => (
        <div className="page">
          <title>{`${customer.name} · Goodstanding`}</title>
          <div className="stack">
            <CustomerHead customer={customer} />
            <AtRest customer={customer} pauses={reminderPauses.nodes} />
            <CustomerActions customer={customer} />
          </div>
          <FiguresPanel customer={customer} />
          <div className="columns">
            <div className="page">
              <DaysLatePanel customer={customer} asOf={asOf} />
              <Allowed to="supply.ask">
                <MayWeSupply customer={customer} />
              </Allowed>
            </div>
            <ScorePanel
              customer={customer}
              reviews={scoreReviews.nodes}
              evidence={defaultEvidence.sentence}
              asOf={day(asOf)}
            />
          </div>
          <ScoreHistoryPanel customer={customer} />
          <TermsPanel customer={customer} />
          <Allowed to="credit-checks.read">
            <CreditChecksPanel customer={customer} />
            <DecisionsPanel id={customer.id} />
          </Allowed>
          <InvoicesPanel id={customer.id} asOf={asOf} />
          <CreditsPanel id={customer.id} />
          <Timeline id={customer.id} asOf={asOf} />
        </div>
      )}
    </Faces>
  );
}
