import { useLinkTo } from '../../as-of.js';
import { count } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { Table } from '../../ui/Table.js';
import { workColumns } from '../../ui/work-columns.js';
import { ActTodayQuery } from './portfolio.graphql.js';

export function ActToday({ asOf }: { asOf: string }) {
  const linkTo = useLinkTo();
  const asked = useAsk(ActTodayQuery, { asOf });
  return (
    <section className="stack" aria-labelledby="act-today">
      <div className="head">
        <h2 id="act-today">Act today</h2>
        <Go to="/work">
          {asked.data ? `All ${count(asked.data.workList.totalCount)} on the work list` : 'The work list'}
        </Go>
      </div>
      <Faces
        of={asked}
        what="the work list"
        skeleton={<Lines count={6} height={52} />}
        isEmpty={({ workList }) => workList.nodes.length === 0}
        empty="Nothing needs doing today."
      >
        {({ workList }) => (
          <Table
            label="Act today"
            columns={workColumns}
            rows={workList.nodes}
            keyOf={(row) => row.id}
            to={(row) => linkTo(`/customers/${row.customer.id}`)}
          />
        )}
      </Faces>
    </section>
  );
}
