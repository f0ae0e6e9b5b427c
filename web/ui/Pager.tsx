import { Button } from '@mantine/core';
import type { Paging } from '../address.js';
import { count, counted } from '../format.js';
import classes from './Pager.module.css';

type Props = {
  paging: Paging;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  size: number;
  shown: number;
  total?: number;
  /** "customer" */
  one: string;
  /** "customers" */
  many: string;
};

export function Pager({ paging, pageInfo, size, shown, total, one, many }: Props) {
  const first = paging.pagesBefore * size + 1;
  const last = first + shown - 1;
  const range = shown === 0 ? `No ${many}` : `${count(first)}–${count(last)}`;
  return (
    <nav className={classes.pager} aria-label={`Pages of ${many}`}>
      <span className="muted small">
        {range}
        {shown > 0 && total !== undefined && ` of ${counted(total, one, many)}`}
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
