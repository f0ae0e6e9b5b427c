import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { useAct, useAsk } from '../../graphql.js';
import { useMe } from '../../session/me.js';
import lists from '../../ui/lists.module.css';
import { Notice } from '../../ui/Notice.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { SearchField } from '../../ui/SearchField.js';
import { AddPersonDialog } from './AddPersonDialog.js';
import { ChangePersonDialog, type PersonChange } from './ChangePersonDialog.js';
import { MakePasswordLink, PeopleQuery, RemoveSecondFactor, SignOutPerson } from './people.graphql.js';
import { personColumns } from './person-columns.js';

const size = 25;

export function People() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['NAME', 'EMAIL', 'ROLE', 'CREATED_AT'], 'NAME', 'ASC');
  const me = useMe();
  const say = useSay();
  const [isAdding, setAdding] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const search = get('search');
  const asked = useAsk(PeopleQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { search: search || null },
  });
  const [change, setChange] = useState<PersonChange | null>(null);
  const give = (given: string | null) => {
    setLink(given);
    if (given === null) say('A link is on its way to their address; it works once, for a day.');
  };
  const newLink = useAct(MakePasswordLink, ({ makePasswordLink }) => give(makePasswordLink));
  const noFactor = useAct(RemoveSecondFactor, () => say('Taken off; the password alone lets them in.'));
  const signOut = useAct(SignOutPerson, () => say('Signed out everywhere; they may sign in again.'));
  return (
    <section className="stack" aria-labelledby="people">
      <div className="head">
        <h2 id="people">People</h2>
        <Button onClick={() => setAdding(true)}>Add a person</Button>
      </div>
      {link && (
        <Notice>
          <span>
            Hand this link over; it is shown only here, and works once, for a day: <code>{link}</code>
          </span>
        </Notice>
      )}
      <p className="muted small">
        Where two people decide, neither may have added the other, or been shown the link that the other’s password was
        set by, nor may one person have been shown both.{' '}
        {asked.data?.signInWays.mailsLinks === false &&
          'No mail server is set up, so links are shown: whoever runs this machine makes one that counts as nobody’s with “npx goodstanding people link”.'}
      </p>
      <Refused error={newLink.error ?? noFactor.error ?? signOut.error} />
      <div className={lists.filters}>
        <SearchField label="Name or address" value={search} onChange={(text) => set({ search: text })} />
      </div>
      <PagedTable
        of={asked}
        page={({ people }) => people}
        what="the people"
        lines={5}
        lineHeight={44}
        empty={<p>{search ? 'Nobody is called so.' : 'Nobody has been added yet.'}</p>}
        label="People"
        columns={personColumns({
          ownId: me.person.id,
          change: (person, to) => setChange({ person, to }),
          newLink: (personId) => newLink.mutate({ personId }),
          signOut: (personId) => signOut.mutate({ personId }),
          removeSecondFactor: (personId) => noFactor.mutate({ personId }),
        })}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="person"
        many="people"
      />
      {change && <ChangePersonDialog change={change} onClose={() => setChange(null)} />}
      {isAdding && (
        <AddPersonDialog
          mailsLinks={asked.data?.signInWays.mailsLinks ?? false}
          onAdded={give}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
