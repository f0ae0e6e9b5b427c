import { type Permission, roles } from './permissions.js';

test('whoever works alone is manager, and may all but say who may sign in, with which keys, and how far each may go', () => {
  const { service: _, ...ofPeople } = roles;
  const may = new Set<Permission>(roles.manager.may);
  const beyond = new Set(Object.values(ofPeople).flatMap((role) => role.may.filter((code) => !may.has(code))));
  // People and keys are commands of the machine; authority speaks only of what takes two people; webhooks are a door to outside.
  expect([...beyond].sort()).toEqual(['authority.set', 'keys.manage', 'people.manage', 'webhooks.manage']);
});

test('who hands over what is held about a person may read the credit checks in it', () => {
  const handing = Object.values(roles).filter(({ may }: { may: readonly Permission[] }) =>
    may.includes('privacy.hand-over'),
  );
  expect(handing).toEqual([roles.manager]);
  expect(roles.manager.may).toContain('credit-checks.read' satisfies Permission);
});

test('who decides on the book does not say who may sign in: no role has both', () => {
  const both = Object.values(roles).filter(
    ({ may }: { may: readonly Permission[] }) => may.includes('approvals.decide') && may.includes('people.manage'),
  );
  expect(both).toEqual([]);
});
