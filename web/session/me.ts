import { createContext, useContext } from 'react';
import type { ResultOf } from '../graphql.js';
import type { SessionQuery } from './session.graphql.js';

export type Me = NonNullable<ResultOf<typeof SessionQuery>['me']>;
export type Role = Me['person']['role'];

/** Permissions the pages ask about; the server refuses the rest by itself. */
export type Permission =
  | 'book.read'
  | 'ledger.read'
  | 'ledger.dispute'
  | 'ledger.write-off'
  | 'contacts.keep'
  | 'portfolio.read'
  | 'credit-checks.read'
  | 'credit-checks.request'
  | 'decisions.vet'
  | 'decisions.override'
  | 'deposits.handle'
  | 'policies.draft'
  | 'contracts.draw-up'
  | 'clauses.set'
  | 'reminders.read'
  | 'mailbox.read'
  | 'reminders.send'
  | 'reminders.leave-out'
  | 'supply.ask'
  | 'scores.run'
  | 'scores.contest'
  | 'scores.read'
  | 'scores.define'
  | 'scores.review'
  | 'models.read'
  | 'models.promote'
  | 'standing.read'
  | 'standing.hold'
  | 'standing.release'
  | 'webhooks.manage'
  | 'limits.set'
  | 'approvals.decide'
  | 'authority.set'
  | 'owners.set'
  | 'imports.read'
  | 'imports.post'
  | 'settings.change'
  | 'audit.read'
  | 'privacy.hand-over'
  | 'privacy.handle'
  | 'people.manage'
  | 'keys.manage';

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('A page is shown only to somebody who has signed in.');
  return me;
}

/** Whether the one who reads may do this: what they may not is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const me = useContext(MeContext);
  return (permission) => me?.permissions.includes(permission) ?? false;
}
