import { Button } from '@mantine/core';
import type { ResultOf } from '../../graphql.js';
import type { Role } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import lists from '../../ui/lists.module.css';
import type { Column } from '../../ui/Table.js';
import type { PeopleQuery } from './people.graphql.js';
import classes from './people.module.css';

type Person = ResultOf<typeof PeopleQuery>['people']['nodes'][number];
type Acts = {
  /** Whoever asks: nobody gives themselves another role. */
  ownId: string;
  change: (person: Person, to: { role?: Role; isActive?: boolean }) => void;
  newLink: (personId: string) => void;
  removeSecondFactor: (personId: string) => void;
  signOut: (personId: string) => void;
};

export const personColumns = (acts: Acts): Column<Person>[] => [
  { key: 'name', title: 'Name', sort: 'NAME', phone: 'title', cell: (row) => row.name },
  { key: 'email', title: 'Address', sort: 'EMAIL', phone: 'detail', wide: true, cell: (row) => row.email },
  {
    key: 'role',
    title: 'Role',
    sort: 'ROLE',
    phone: 'second',
    cell: (row) => (
      <select
        className={lists.select}
        aria-label={`Role of ${row.name}`}
        value={row.role}
        disabled={row.id === acts.ownId}
        title={row.id === acts.ownId ? 'Another admin gives you another role.' : undefined}
        onChange={(event) => acts.change(row, { role: event.target.value as Role })}
      >
        {Object.entries(roleText).map(([role, { title }]) => (
          <option key={role} value={role}>
            {title}
          </option>
        ))}
      </select>
    ),
  },
  {
    key: 'state',
    title: 'Signs in',
    cell: (row) => (
      <>
        <span className="nowrap">{howOneSignsIn(row)}</span>
        {row.linkShownTo && <span className="muted small">, its link was shown to {row.linkShownTo}</span>}
      </>
    ),
  },
  { key: 'acts', title: 'Do', phone: 'figure', cell: (row) => <PersonActs row={row} acts={acts} /> },
];

function howOneSignsIn({ isActive, isDemo, hasSecondFactor }: Person): string {
  if (!isActive) return 'not any more';
  if (isDemo) return 'by one click';
  return hasSecondFactor ? 'with two factors' : 'with a password';
}

function PersonActs({ row, acts }: { row: Person; acts: Acts }) {
  const button = (text: string, act: () => void) => (
    <Button variant="default" size="compact-xs" h={26} aria-label={`${text}: ${row.name}`} onClick={act}>
      {text}
    </Button>
  );
  return (
    <span className={classes.acts}>
      {row.isActive && !row.isDemo && button('New link', () => acts.newLink(row.id))}
      {row.isActive && button('Sign out', () => acts.signOut(row.id))}
      {row.hasSecondFactor && button('Take factor off', () => acts.removeSecondFactor(row.id))}
      {row.isActive
        ? button('End access', () => acts.change(row, { isActive: false }))
        : button('Let in again', () => acts.change(row, { isActive: true }))}
    </span>
  );
}
