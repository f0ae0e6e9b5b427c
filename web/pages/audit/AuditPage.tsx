import { Button } from '@mantine/core';
import { useAddress, usePaging, useSort } from '../../address.js';
import { isDay } from '../../as-of.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { FilterChip } from '../../ui/Chips.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { AuditQuery } from './audit.graphql.js';
import { auditColumns } from './audit-columns.js';

const size = 25;

export default function AuditPage() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['AT', 'ACTOR', 'ACTION'], 'AT', 'DESC');
  const [actor, action] = [get('actor'), get('action')];
  const subject = { type: get('subjectType'), id: get('subjectId') };
  const [from, to] = [get('from'), get('to')].map((on) => (isDay(on) ? on : ''));
  const filter = Object.fromEntries(
    Object.entries({ actor, action, subjectType: subject.type, subjectId: subject.id, from, to }).filter(
      ([, on]) => on,
    ),
  );
  const asked = useAsk(AuditQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter,
  });
  const exported = (kind: string) => `/audit/entries.${kind}?${new URLSearchParams(filter as Record<string, string>)}`;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className="page">
      <div className="stack">
        <h1>Audit</h1>
        <p className="muted">
          Who did what, and when. Entries are only ever added, each linked to the one before it by its hash:{' '}
          <code>npx goodstanding audit verify</code> proves that none was changed, removed or slipped in.
        </p>
      </div>
      <div className="stack">
        <div className={lists.filters}>
          <SearchField label="Who" value={actor} onChange={(text) => set({ actor: text })} />
          <SearchField label="What was done" value={action} onChange={(text) => set({ action: text })} />
          {subject.type && (
            <FilterChip onRemove={() => set({ subjectType: null, subjectId: null })}>
              {`${subject.type}${subject.id ? ` ${subject.id}` : ''}`}
            </FilterChip>
          )}
          {from && <FilterChip onRemove={() => set({ from: null })}>{`From ${day(from)}`}</FilterChip>}
          {to && <FilterChip onRemove={() => set({ to: null })}>{`Up to ${day(to)}`}</FilterChip>}
        </div>
        <PagedTable
          of={asked}
          page={({ auditEntries }) => auditEntries}
          what="the audit"
          lines={12}
          lineHeight={44}
          empty={
            <p>
              {isFiltered
                ? 'No entry is like that. Take a filter away to see the rest.'
                : 'Nothing was done yet. The first import or decision will be the first entry.'}
            </p>
          }
          label="Audit"
          name="audit"
          columns={auditColumns((row) => set({ subjectType: row.subjectType, subjectId: row.subjectId }))}
          keyOf={(row) => row.id}
          sort={sort}
          tools={
            <span className={lists.group}>
              <Export to={exported('csv')}>Export as CSV</Export>
              <Export to={exported('jsonl')}>Export as JSON lines</Export>
            </span>
          }
          paging={paging}
          size={size}
          one="entry"
          many="entries"
        />
      </div>
    </div>
  );
}

const Export = ({ to, children }: { to: string; children: string }) => (
  <Button component="a" href={to} download variant="default" size="compact-sm">
    {children}
  </Button>
);
