import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePaging } from '../../address.js';
import { counted, day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { AskForCreditCheck } from '../../ui/AskForCreditCheck.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { Pager } from '../../ui/Pager.js';
import { ReadCreditCheck } from '../../ui/ReadCreditCheck.js';
import { providerText } from '../../ui/words.js';
import type { Customer } from './CustomerPage.js';
import { CustomerCreditChecksQuery } from './credit-checks.graphql.js';
import { TypeInDialog } from './TypeInDialog.js';

type Check = ResultOf<typeof CustomerCreditChecksQuery>['customer']['creditChecks']['nodes'][number];

const size = 3;

/** What others say of the customer: the newest first, its words when somebody asks for them. */
export function CreditChecksPanel({ customer }: { customer: Customer }) {
  const [isTyping, setTyping] = useState(false);
  const paging = usePaging('checks');
  const asked = useAsk(CustomerCreditChecksQuery, { id: customer.id, first: size, after: paging.after });
  return (
    <section className="stack" aria-labelledby="credit-checks">
      <div className="head">
        <h2 id="credit-checks">Credit checks</h2>
        <Allowed to="credit-checks.request">
          <Button variant="default" onClick={() => setTyping(true)}>
            Type a report in
          </Button>
        </Allowed>
      </div>
      <Faces
        of={asked}
        what="the credit checks"
        skeleton={<Lines count={2} />}
        isEmpty={({ customer: { creditChecks } }) => creditChecks.nodes.length === 0}
        empty="No credit check yet. Ask a provider, or type a report in."
      >
        {({ customer: { creditChecks } }) => (
          <div className="stack">
            {creditChecks.nodes.map((check) => (
              <Report key={check.id} check={check} customerId={customer.id} />
            ))}
            <Pager
              paging={paging}
              pageInfo={creditChecks.pageInfo}
              size={size}
              shown={creditChecks.nodes.length}
              total={creditChecks.totalCount}
              one="credit check"
              many="credit checks"
            />
          </div>
        )}
      </Faces>
      <Allowed to="credit-checks.request">
        <AskForCreditCheck about={{ customerId: customer.id }} />
      </Allowed>
      {isTyping && <TypeInDialog customer={customer} onClose={() => setTyping(false)} />}
    </section>
  );
}

function Report({ check, customerId }: { check: Check; customerId: string }) {
  const from =
    check.provider === 'TYPED_IN' ? `${check.reference}, ${providerText.TYPED_IN}` : providerText[check.provider];
  return (
    <article className="stack" aria-label={`Credit check of ${day(check.reportedOn)}`}>
      <p>
        <b>{from}</b>{' '}
        <span className="muted">
          {day(check.reportedOn)}, {check.ageDays === 0 ? 'today' : `${counted(check.ageDays, 'day', 'days')} old`}, by{' '}
          {check.askedBy}
        </span>
      </p>
      {check.standsBecause && (
        <Notice tone="warn">
          <span>The last good report. {check.standsBecause}</span>
        </Notice>
      )}
      <ReadCreditCheck customerId={customerId} id={check.id} />
    </article>
  );
}
