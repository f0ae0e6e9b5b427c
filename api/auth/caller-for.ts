import type { Caller } from '../shared/caller.js';
import { type Permission, type RoleOf, roles } from './permissions.js';
import type { Person } from './person.entity.js';

/** What a person may is what the role may. */
export function callerFor(person: Person, origin: string, lacksSecondFactor = false): Caller {
  const { may, seesOnlyOwn }: RoleOf = roles[person.role];
  const allowed = new Set<string>(may satisfies readonly Permission[]);
  return {
    id: `person ${person.id}`,
    name: `${person.name} <${person.email}>`,
    origin,
    isKnown: true,
    personId: person.id,
    seesOnlyOwn: seesOnlyOwn ?? false,
    lacksSecondFactor,
    may: (permission) => !lacksSecondFactor && allowed.has(permission),
  };
}
