import type { ComponentProps, ReactNode } from 'react';
import { type Asked, Faces, Lines } from './Faces.js';
import { Pager } from './Pager.js';
import { Table, type TableProps } from './Table.js';

type PageOf<Row> = {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
};

type Props<Data, Row> = Omit<TableProps<Row>, 'rows' | 'isBusy'> &
  Pick<ComponentProps<typeof Pager>, 'paging' | 'size' | 'one' | 'many'> & {
    of: Asked<Data> & { isPlaceholderData: boolean };
    /** Where in what was asked the page of rows is. */
    page: (data: Data) => PageOf<Row>;
    /** "the customers": completes "Loading …" and "… could not be loaded". */
    what: string;
    /** Of the skeleton. */
    lines: number;
    lineHeight?: number;
    /** What is said when nothing is like what was asked for, or there is nothing at all. */
    empty: ReactNode;
  };

/** A list of the server in its four faces: a table, page by page. */
export function PagedTable<Data, Row>(props: Props<Data, Row>) {
  const { of, page, what, lines, lineHeight, empty, paging, size, one, many, ...table } = props;
  return (
    <Faces
      of={of}
      what={what}
      skeleton={<Lines count={lines} height={lineHeight} />}
      isEmpty={(data) => page(data).nodes.length === 0}
      empty={empty}
    >
      {(data) => {
        const { nodes, pageInfo, totalCount } = page(data);
        return (
          <div>
            <Table {...table} rows={nodes} isBusy={of.isPlaceholderData} />
            <Pager {...{ paging, pageInfo, size, one, many }} shown={nodes.length} total={totalCount} />
          </div>
        );
      }}
    </Faces>
  );
}
