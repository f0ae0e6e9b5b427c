import { Button } from '@mantine/core';
import { useState } from 'react';
import { instant } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { useMay } from '../../session/me.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import { PolicyDraft } from './PolicyDraft.js';
import { PolicyDraftQuery, PolicyQuery, type Setting } from './policy.graphql.js';
import { SettingDialog } from './SettingDialog.js';
import { canBeTyped, settingText } from './setting-text.js';

const columnsOf = (change: (row: Setting) => void): Column<Setting>[] => [
  { key: 'title', title: 'Setting', phone: 'title', cell: (row) => row.title },
  { key: 'value', title: 'Value', phone: 'figure', cell: (row) => settingText(row.value) },
  { key: 'unit', title: 'Counted in', phone: 'second', cell: (row) => row.unit },
  { key: 'source', title: 'Where from', phone: 'detail', wide: true, cell: (row) => row.source },
  {
    key: 'change',
    title: '',
    cell: (row) =>
      canBeTyped(row.value) && (
        <Allowed to="policies.draft">
          <Button
            variant="default"
            size="compact-xs"
            h={26}
            aria-label={`Change ${row.title}`}
            onClick={() => change(row)}
          >
            Change
          </Button>
        </Allowed>
      ),
  },
];

/** All that a recommendation takes for granted, where it comes from, and the way to change it: by two people. */
export default function PolicyPage() {
  const may = useMay();
  const [changed, setChanged] = useState<Setting | null>(null);
  const asked = useAsk(PolicyQuery, {});
  const drafted = useAsk(PolicyDraftQuery, {}, { enabled: may('policies.draft') });
  const draft = drafted.data?.policyDraft ?? null;
  return (
    <div className="page">
      <div className="stack">
        <h1>Policy</h1>
        <p className="muted">
          What every recommendation stands on. A change is a draft first: it shows whom it would change, and counts once
          another person has approved it. Decisions keep the policy they were made with.
        </p>
      </div>
      <Faces of={asked} what="the policy" skeleton={<Lines count={12} />}>
        {({ policy }) => (
          <div className="page">
            {draft && <PolicyDraft draft={draft} inForce={policy.settings} />}
            <p className="muted">
              In force: {policy.version}, by {policy.madeBy}
              {policy.madeAt && `, ${instant(policy.madeAt)}`}
              {policy.approvedBy && `, approved by ${policy.approvedBy}`}
              {policy.reason && `. “${policy.reason}”`}
            </p>
            {[...new Set(policy.settings.map(({ group }) => group))].map((group) => (
              <section key={group} className="stack" aria-labelledby={`group-${group}`}>
                <h2 id={`group-${group}`}>{group}</h2>
                <Table
                  label={group}
                  rows={policy.settings.filter((setting) => setting.group === group)}
                  columns={columnsOf(setChanged)}
                  keyOf={(row) => row.key}
                />
              </section>
            ))}
            {changed && (
              <SettingDialog
                setting={changed}
                inForce={policy.settings}
                draft={draft}
                onClose={() => setChanged(null)}
              />
            )}
          </div>
        )}
      </Faces>
    </div>
  );
}
