import { goodstanding } from './command.js';

/** Adds a manager to an installation by the command, has a password set by the link, and returns the cookie. */
export async function managerOf(env: Record<string, string>, url: string): Promise<string> {
  const { out, err } = await goodstanding(
    env,
    ...['people', 'add', 'mia@goodstanding.example', '--name', 'Mia Manager', '--role', 'manager', '--json'],
  );
  if (err) throw new Error(err);
  const secret = new URL(JSON.parse(out).link).hash.slice(1);
  const answer = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { setPassword(input: { secret: "${secret}", password: "correct horse battery staple" }) { permissions } }`,
    }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(await answer.text());
  return cookie;
}
