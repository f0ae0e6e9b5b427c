import { People } from '../../auth/people.service.js';
import { PersonRole } from '../../auth/person.entity.js';
import { SortDirection } from '../../shared/page.js';
import { manual } from '../manual.js';
import { oneOf, type Run, UsageError } from '../usage.js';
import { wholeList } from '../whole-list.js';
import { withApp } from '../with-app.js';

/** What is done for one person. */
const forOne = ['add', 'link', 'remove-second-factor'];

export const run: Run = async ({ name, role, json }, [action, email, ...rest]) => {
  const { help } = manual.people;
  const isCalled =
    rest.length === 0 &&
    (action === 'list' ? email === undefined : forOne.includes(String(action)) && email !== undefined);
  if (!isCalled) throw new UsageError(`Say what to do: add, link, remove-second-factor or list.\n\n${help}`);
  const inRole = oneOf(role, '--role', Object.values(PersonRole));
  if (action === 'add' && (typeof name !== 'string' || !inRole))
    throw new UsageError(`Whoever is added has --name and --role.\n\n${help}`);
  return withApp(async (app) => {
    const people = app.get(People, { strict: false });
    const print = (value: unknown, words: string) => console.log(json ? JSON.stringify(value) : words);
    if (action === 'list') {
      const all = await wholeList((page) => people.page({ sort: 'name', direction: SortDirection.ASC, page }));
      print(
        all.map(({ email, name, role, isActive }) => ({ email, name, role, isActive })),
        all.map((p) => `${p.email}  ${p.name}  ${p.role}${p.isActive ? '' : '  may not sign in'}`).join('\n'),
      );
      return 0;
    }
    if (action === 'remove-second-factor') {
      await people.removeSecondFactor((await people.byEmail(String(email))).id);
      print({ email }, `The password alone lets ${email} in again.`);
      return 0;
    }
    const link =
      action === 'add'
        ? (await people.add({ email: String(email), name: String(name), role: inRole as PersonRole })).link
        : await people.newLink((await people.byEmail(String(email))).id);
    print({ email, link }, `Hand this link to ${email}: there they set their password, once, within a day.\n${link}`);
    return 0;
  });
};
