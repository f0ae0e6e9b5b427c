import { instant, missing } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Go } from '../../ui/Go.js';
import type { Column } from '../../ui/Table.js';
import type { AuditQuery } from './audit.graphql.js';
import { changeInWords, detailsInWords } from './details-in-words.js';

export type AuditRow = ResultOf<typeof AuditQuery>['auditEntries']['nodes'][number];

export const auditColumns = (onlyOf: (row: AuditRow) => void): Column<AuditRow>[] => [
  {
    key: 'at',
    title: 'When',
    sort: 'AT',
    phone: 'second',
    cell: (row) => <span className="nowrap">{instant(row.at)}</span>,
  },
  { key: 'actor', title: 'Who', sort: 'ACTOR', phone: 'figure', cell: (row) => row.actor },
  { key: 'origin', title: 'From where', isExtra: true, cell: (row) => row.origin ?? missing },
  { key: 'action', title: 'What', sort: 'ACTION', phone: 'title', cell: (row) => row.action },
  {
    key: 'subject',
    title: 'To what',
    cell: (row) => {
      const name = `${row.subjectType}${row.subjectId ? ` ${row.subjectId}` : ''}`;
      if (row.subjectType === 'customer' && row.subjectId) return <Go to={`/customers/${row.subjectId}`}>{name}</Go>;
      return (
        <button type="button" className="link" aria-label={`Only entries of ${name}`} onClick={() => onlyOf(row)}>
          {name}
        </button>
      );
    },
  },
  { key: 'change', title: 'Change', wide: true, cell: (row) => changeInWords(row.before, row.after) || missing },
  { key: 'reason', title: 'Why', wide: true, cell: (row) => row.reason ?? missing },
  {
    key: 'details',
    title: 'Details',
    phone: 'detail',
    wide: true,
    cell: (row) => detailsInWords(row.details) || missing,
  },
  {
    key: 'hash',
    title: 'Hash',
    hint: 'The first signs of its hash in the chain',
    isExtra: true,
    cell: (row) => <code>{row.hash?.slice(0, 12) ?? missing}</code>,
  },
];
