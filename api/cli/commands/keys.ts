import type { ApiKey } from '../../auth/key.view.js';
import { Keys, MOST_DAYS } from '../../auth/keys.service.js';
import { SortDirection } from '../../shared/page.js';
import { manual } from '../manual.js';
import { type Run, UsageError, whole } from '../usage.js';
import { wholeList } from '../whole-list.js';
import { withApp } from '../with-app.js';

export const run: Run = async ({ may, days, json }, [action, subject, ...rest]) => {
  const { help } = manual.keys;
  const takes = { make: true, list: false, revoke: true }[String(action)];
  if (rest.length > 0 || takes === undefined || takes !== (subject !== undefined))
    throw new UsageError(`Say what to do: make, list or revoke.\n\n${help}`);
  if (action === 'make' && typeof may !== 'string')
    throw new UsageError(`A key that may do nothing is none: --may.\n\n${help}`);
  const validDays = whole(days, '--days', 365);
  if (validDays > MOST_DAYS) throw new UsageError(`--days takes ${MOST_DAYS} at most, not “${validDays}”.`);
  return withApp(async (app) => {
    const service = app.get(Keys, { strict: false });
    const print = (value: unknown, words: string) => console.log(json ? JSON.stringify(value) : words);
    if (action === 'make') {
      const wanted = String(may).split(',');
      const { key, apiKey } = await service.make({
        name: String(subject),
        permissions: wanted.map((each) => each.trim()),
        validDays,
      });
      const { prefix, expiresAt } = apiKey;
      print({ key, prefix, expiresAt }, `Keep this key; it is not shown again. ${inWords(apiKey)}\n${key}`);
    } else if (action === 'revoke') {
      const { id } = await service.byPrefix(String(subject));
      const revoked = await service.revoke(id);
      print(shown(revoked), inWords(revoked));
    } else {
      const all = await wholeList((page) => service.page({ page, sort: 'name', direction: SortDirection.ASC }));
      print(all.map(shown), all.map(inWords).join('\n'));
    }
    return 0;
  });
};

const shown = (key: ApiKey) => ({
  prefix: key.prefix,
  name: key.name,
  permissions: key.permissions,
  madeBy: key.madeBy,
  madeAt: key.madeAt,
  expiresAt: key.expiresAt,
  lastUsedAt: key.lastUsedAt,
  revokedAt: key.revokedAt,
  isUsable: key.isUsable,
});

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

function inWords({ prefix, name, permissions, expiresAt, revokedAt }: ApiKey): string {
  const until = revokedAt ? `revoked on ${dayOf(revokedAt)}` : `until ${dayOf(expiresAt)}`;
  return `${prefix}  ${name}  ${until}  ${permissions.join(', ')}`;
}
