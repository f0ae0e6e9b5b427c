import { People } from '../../auth/people.service.js';
import { roles } from '../../auth/permissions.js';
import { PersonRole } from '../../auth/person.entity.js';
import { SortDirection } from '../../shared/page.js';
import { type Command, oneOf, UsageError } from '../usage.js';
import { wholeList } from '../whole-list.js';
import { withApp } from '../with-app.js';

/** What is done for one person. */
const forOne = ['add', 'link', 'remove-second-factor'];
const roleNames = Object.values(PersonRole);

export const people: Command = {
  summary: 'say who may sign in: the first administrator is made here',
  help: `npx goodstanding people add EMAIL --name NAME --role ${roleNames.join('|')} [--json]
npx goodstanding people link EMAIL [--json]
npx goodstanding people remove-second-factor EMAIL [--json]
npx goodstanding people list [--json]

  add    adds somebody and prints the link where they set their password, once, within a day
  link   prints a new link for somebody who forgot theirs; the one before it ends
  remove-second-factor
         for somebody who lost the app and all recovery codes
  list   everybody, with role

  --name NAME  as others know them
  --role       ${roleNames.map((role) => `${role}: ${roles[role].is}`).join('\n               ')}
  --json       add and link print { email, link }, remove-second-factor { email }; list prints [{ email, name, role, isActive }]`,
  options: { name: { type: 'string' }, role: { type: 'string' }, json: { type: 'boolean' } },
  async run({ name, role, json }, [action, email, ...rest]) {
    const isCalled =
      rest.length === 0 &&
      (action === 'list' ? email === undefined : forOne.includes(String(action)) && email !== undefined);
    if (!isCalled) throw new UsageError(`Say what to do: add, link, remove-second-factor or list.\n\n${people.help}`);
    const inRole = oneOf(role, '--role', roleNames);
    if (action === 'add' && (typeof name !== 'string' || !inRole))
      throw new UsageError(`Whoever is added has --name and --role.\n\n${people.help}`);
    return withApp(async (app) => {
      const service = app.get(People, { strict: false });
      const print = (value: unknown, words: string) => console.log(json ? JSON.stringify(value) : words);
      if (action === 'list') {
        const all = await wholeList((page) => service.page({ sort: 'name', direction: SortDirection.ASC, page }));
        print(
          all.map(({ email, name, role, isActive }) => ({ email, name, role, isActive })),
          all.map((p) => `${p.email}  ${p.name}  ${p.role}${p.isActive ? '' : '  may not sign in'}`).join('\n'),
        );
        return 0;
      }
      if (action === 'remove-second-factor') {
        await service.removeSecondFactor((await service.byEmail(String(email))).id);
        print({ email }, `The password alone lets ${email} in again.`);
        return 0;
      }
      const link =
        action === 'add'
          ? (await service.add({ email: String(email), name: String(name), role: inRole as PersonRole })).link
          : await service.newLink((await service.byEmail(String(email))).id);
      print({ email, link }, `Hand this link to ${email}: there they set their password, once, within a day.\n${link}`);
      return 0;
    });
  },
};
