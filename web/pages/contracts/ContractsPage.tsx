import { useParams } from 'react-router';
import { usePaging } from '../../address.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { Pager } from '../../ui/Pager.js';
import { PageSkeleton } from '../../ui/PageSkeleton.js';
import { ContractRow } from './ContractRow.js';
import { ContractsQuery } from './contracts.graphql.js';
import { NewContract } from './NewContract.js';

const size = 5;

/** What was agreed with a customer, and the next contract to agree on. */
export default function ContractsPage() {
  const { id = '' } = useParams();
  const paging = usePaging();
  const asked = useAsk(ContractsQuery, { id, first: size, after: paging.after });
  return (
    <Faces of={asked} what="the contracts" skeleton={<PageSkeleton />}>
      {({ customer }) => (
        <div className="page">
          <title>{`Contracts of ${customer.name} · Goodstanding`}</title>
          <div className="stack">
            <h1>Contracts of {customer.name}</h1>
            <p className="muted">
              A contract holds what the recommendation needs. What was signed is looked at before supply stops.{' '}
              <Go to={`/customers/${customer.id}`}>Back to {customer.name}</Go>
            </p>
          </div>
          <section className="stack" aria-labelledby="drawn-up">
            <h2 id="drawn-up">Drawn up</h2>
            {customer.contracts.nodes.length === 0 ? (
              <p className="muted">None yet. Draw one up below from a decision that was kept.</p>
            ) : (
              <>
                {customer.contracts.nodes.map((contract) => (
                  <ContractRow key={contract.id} contract={contract} customer={customer} />
                ))}
                <Pager
                  paging={paging}
                  pageInfo={customer.contracts.pageInfo}
                  size={size}
                  shown={customer.contracts.nodes.length}
                  total={customer.contracts.totalCount}
                  one="contract"
                  many="contracts"
                />
              </>
            )}
          </section>
          <Allowed to="contracts.draw-up">
            <NewContract customer={customer} loading={<Lines count={4} />} />
          </Allowed>
        </div>
      )}
    </Faces>
  );
}
