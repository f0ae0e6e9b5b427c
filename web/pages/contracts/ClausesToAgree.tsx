import { Button, Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { Faces } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { Notice } from '../../ui/Notice.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { DrawUpContract, ProposalQuery } from './contracts.graphql.js';
import classes from './contracts.module.css';

type Props = {
  customer: { id: string; name: string; country: string | null };
  decisionId: string;
  loading: ReactNode;
};
type Proposal = ResultOf<typeof ProposalQuery>['contractProposal'];
type Key = Proposal['clauses'][number]['key'];

const hangsOnTheLaw: readonly Key[] = ['LATE_PAYMENT', 'RETENTION_OF_TITLE'];

export function ClausesToAgree({ customer, decisionId, loading }: Props) {
  const [country, setCountry] = useState('');
  const [suppliesGoods, setSuppliesGoods] = useState(false);
  const isWhole = country.length === 2;
  const asked = useAsk(ProposalQuery, {
    customerId: customer.id,
    decisionId,
    country: isWhole ? country : null,
    suppliesGoods,
  });
  return (
    <>
      <div className="row">
        <TextInput
          label="Law of which country"
          description="Two letters; empty: that of the customer."
          placeholder={customer.country ?? 'none'}
          maxLength={2}
          maw={220}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
        />
        <Checkbox
          label="We supply goods, not services alone"
          checked={suppliesGoods}
          onChange={(event) => setSuppliesGoods(event.currentTarget.checked)}
        />
      </div>
      <Faces of={asked} what="the clauses" skeleton={loading}>
        {({ contractProposal }) => (
          <Clauses proposal={contractProposal} onDrawUp={{ customer, decisionId, country: isWhole ? country : null }} />
        )}
      </Faces>
    </>
  );
}

function Clauses({
  proposal,
  onDrawUp: { customer, decisionId, country },
}: {
  proposal: Proposal;
  onDrawUp: { customer: Props['customer']; decisionId: string; country: string | null };
}) {
  const say = useSay();
  const [left, setLeft] = useState<readonly Key[]>([]);
  const [supplier, setSupplier] = useState(proposal.supplier);
  const act = useAct(DrawUpContract, () => say(`Drawn up. It stands above, as PDF, Word file and text.`));
  const clauses = proposal.clauses.map(({ key }) => key).filter((key) => !left.includes(key));
  const turn = (key: Key) => setLeft((now) => (now.includes(key) ? now.filter((each) => each !== key) : [...now, key]));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ input: { customerId: customer.id, decisionId, supplier, country, clauses } });
      }}
    >
      <Notice tone="warn">
        <span>
          {proposal.note} <Go to="/clauses">The library of clauses</Go>
        </span>
      </Notice>
      <ol className={classes.clauses}>
        {proposal.clauses.map((clause) => (
          <li key={clause.key} data-left={left.includes(clause.key) || undefined}>
            <Checkbox
              label={<b>{clause.title}</b>}
              description={clause.because}
              checked={!left.includes(clause.key)}
              onChange={() => turn(clause.key)}
            />
            <p className={classes.text}>{clause.text}</p>
            {clause.country === null && proposal.country !== null && hangsOnTheLaw.includes(clause.key) && (
              <p className={`muted small ${classes.text}`}>
                The library has no words of {proposal.country} for it; these stand in for any country.
              </p>
            )}
          </li>
        ))}
      </ol>
      <TextInput
        label="Our name in the contract"
        description="As it stands in the register of companies. The next contract begins with it."
        required
        minLength={2}
        maw={420}
        value={supplier}
        onChange={(event) => setSupplier(event.currentTarget.value)}
      />
      <Refused error={act.error} />
      <div>
        <Button type="submit" loading={act.isPending} disabled={clauses.length === 0 || supplier.trim().length < 2}>
          Draw up the contract
        </Button>
      </div>
    </form>
  );
}
