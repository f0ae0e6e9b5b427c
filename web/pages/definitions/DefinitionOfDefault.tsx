import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { useMay } from '../../session/me.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { Notice } from '../../ui/Notice.js';
import { DefinitionDialog } from './DefinitionDialog.js';
import { definitionText } from './definition-text.js';
import { DefinitionQuery, DefinitionWaitingQuery } from './definitions.graphql.js';

/** What counts as a default, what waits for another person, and the way to change it. */
export function DefinitionOfDefault() {
  const { reportingCurrency } = useBook();
  const may = useMay();
  const asked = useAsk(DefinitionQuery, {});
  const waits = useAsk(DefinitionWaitingQuery, {}, { enabled: may('standing.read') });
  const [isOpen, setOpen] = useState(false);
  const waiting = waits.data?.approvals.nodes[0];
  return (
    <section className="stack" aria-labelledby="default">
      <h2 id="default">What counts as a default</h2>
      <Faces of={asked} what="the definition" skeleton={<Lines count={3} />}>
        {({ defaultEvidence: { definition, sentence } }) => (
          <>
            <p>{definitionText(definition, reportingCurrency)}</p>
            <p className="muted">
              Since {day(definition.validOn)}, by {definition.setBy}
              {definition.approvedBy && `, approved by ${definition.approvedBy}`}: “{definition.reason}”
            </p>
            <p className="muted">{sentence}</p>
            {waiting && (
              <Notice>
                <span>
                  {waiting.askedBy} asks: {waiting.summary}
                </span>
                <Go to="/approvals">It waits for another person</Go>
              </Notice>
            )}
            <Allowed to="scores.define">
              <div>
                <Button variant="default" onClick={() => setOpen(true)}>
                  Change the definition
                </Button>
              </div>
            </Allowed>
            {isOpen && <DefinitionDialog definition={definition} onClose={() => setOpen(false)} />}
          </>
        )}
      </Faces>
    </section>
  );
}
