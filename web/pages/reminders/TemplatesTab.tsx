import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress, usePaging } from '../../address.js';
import { instant } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { Select } from '../../ui/Select.js';
import type { Column } from '../../ui/Table.js';
import { TemplateComparisons } from './TemplateComparisons.js';
import { TemplateDialog } from './TemplateDialog.js';
import { languageText, situationText, type Template, TemplatesQuery } from './templates.graphql.js';

const size = 20;

const columnsOf = (open: (row: Template) => void): Column<Template>[] => [
  {
    key: 'situation',
    title: 'What it speaks of',
    phone: 'title',
    cell: (row) => `${situationText[row.situation]}${row.step ? `, step ${row.step}` : ''}`,
  },
  { key: 'language', title: 'Language', phone: 'figure', cell: (row) => languageText[row.language] },
  { key: 'subject', title: 'Subject', phone: 'detail', wide: true, cell: (row) => row.subject },
  {
    key: 'set',
    title: 'Set',
    cell: (row) => (
      <span className="nowrap">
        {instant(row.setAt)}, {row.setBy}
      </span>
    ),
  },
  {
    key: 'change',
    title: '',
    phone: 'second',
    cell: (row) => (
      <Button
        variant="default"
        size="compact-xs"
        h={26}
        aria-label={`Open ${situationText[row.situation]}, ${languageText[row.language]}`}
        onClick={() => open(row)}
      >
        Open
      </Button>
    ),
  },
];

/** What messages say: read, tried on a customer, sent to oneself, changed. */
export function TemplatesTab() {
  const { get, set } = useAddress();
  const paging = usePaging('templates');
  const [opened, setOpened] = useState<Template | null>(null);
  const language = get('language') in languageText ? (get('language') as Template['language']) : '';
  const asked = useAsk(TemplatesQuery, {
    first: size,
    after: paging.after,
    filter: { isNewest: true, language: language || null },
  });
  return (
    <div className="stack">
      <p className="muted">
        A message is in the language of the country of its customer, in English where there are no words in it. An
        e-mail and a letter list their invoices, say how to dispute one, and that bank details never change by e-mail; a
        text message has words of its own. A change is a new version; what was sent keeps its words.
      </p>
      <div className={lists.filters}>
        <Select
          label="Language"
          any="Any language"
          value={language}
          choices={languageText}
          onChange={(next) => set({ language: next })}
        />
      </div>
      <PagedTable
        of={asked}
        page={({ reminderTemplates }) => reminderTemplates}
        what="the templates"
        lines={10}
        empty="No template is in that language."
        label="Templates"
        columns={columnsOf(setOpened)}
        keyOf={(row) => row.id}
        paging={paging}
        size={size}
        one="template"
        many="templates"
      />
      <Allowed to="settings.change">
        <p className="muted small">
          Open one to change it, to see what it says to a customer, or to send it to yourself.
        </p>
      </Allowed>
      <TemplateComparisons />
      {opened && <TemplateDialog template={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
