import { Button } from '@mantine/core';
import type { Paging } from '../address.js';
import { count } from '../format.js';
import classes from './Pager.module.css';

type Props = {
  paging: Paging;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  size: number;
  shown: number;
  total?: number;
  /** "customers" */
  what: string;
};

export function Pager({ paging, pageInfo, size, shown, total, what }: Props) {
  const first = paging.pagesBefore * size + 1;
  const last = first + shown - 1;
  const range = shown === 0 ? `No ${what}` : `${count(first)}–${count(last)}`;
  return (
    <nav className={classes.pager} aria-label={`Pages of ${what}`}>
      <span className="muted small">
        {range}
        {shown > 0 && total !== undefined && ` of ${count(total)} ${what}`}
      </span>
      {(paging.pagesBefore > 0 || pageInfo.hasNextPage) && (
        <span className="row">
          <Button variant="default" disabled={paging.pagesBefore === 0} onClick={paging.previous}>
            Previous
          </Button>
          <Button
            variant="default"
            disabled={!pageInfo.hasNextPage}
            onClick={() => pageInfo.endCursor && paging.next(pageInfo.endCursor)}
          >
            Next
          </Button>
        </span>
      )}
    </nav>
  );
}
