import { Button } from '@mantine/core';
import { useState } from 'react';
import { Allowed } from '../../session/Allowed.js';
import { SettleMatchDialog } from './SettleMatchDialog.js';
import type { Recommendation } from './VetPage.js';
import classes from './vet.module.css';

export type Company = { companyName: string; registrationNumber: string | null; country: string | null };

/** What the checks found that run by themselves; a match on a list of sanctions is settled here. */
export function Findings({ findings, company }: { findings: Recommendation['findings']; company: Company }) {
  const [entry, setEntry] = useState<{ entry: string; detail: string | null } | null>(null);
  if (findings.length === 0) return null;
  return (
    <div>
      <h3>What the checks found</h3>
      <ul className={classes.notes}>
        {findings.map((finding) => (
          <li key={finding.sentence}>
            {finding.sentence}{' '}
            {finding.entry && (
              <Allowed to="decisions.override">
                <Button
                  variant="default"
                  size="compact-xs"
                  h={26}
                  onClick={() => setEntry({ entry: finding.entry ?? '', detail: finding.detail })}
                >
                  Say whether it is
                </Button>
              </Allowed>
            )}
          </li>
        ))}
      </ul>
      {entry !== null && <SettleMatchDialog company={company} {...entry} onClose={() => setEntry(null)} />}
    </div>
  );
}
