import pg from 'pg';
import { isThisMachine } from './shared/network.js';

/** What the environment names that we speak to. Providers of checks and of identities are https in any case. */
interface SpokenTo {
  DATABASE_URL?: string;
  DATABASE_OWNER_URL?: string;
  SMTP_URL?: string;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  WITHOUT_TLS: readonly string[];
  NODE_TLS_REJECT_UNAUTHORIZED?: string;
}

/** Settings of nodemailer with which TLS is not tried or given up; of those of TLS itself, all but these may weaken it. */
const WEAKENING = /^(ignoreTLS|opportunisticTLS|tls\.(?!(ca|cert|key|servername)$).*)$/;
/** Settings of nodemailer that lead to another server than the address says. */
const ELSEWHERE = /^(url|service|proxy)$/;

/** What would leave this machine for all to read, or for whom nobody has checked, a line for each. */
export function notEncrypted(set: SpokenTo): string[] {
  const mayBePlain = (host: string) => isThisMachine(host) || set.WITHOUT_TLS.includes(host.toLowerCase());
  const wrong: string[] = [];
  if (set.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    wrong.push(
      '  NODE_TLS_REJECT_UNAUTHORIZED is 0, so that nobody would have to prove who they are: leave it out, and name an authority of your own in NODE_EXTRA_CA_CERTS',
    );
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const) {
    const url = set[name];
    if (url === undefined) continue;
    const reached = asReached(url);
    if (typeof reached === 'string') wrong.push(`  ${name} is not right: ${reached}`);
    else if (!reached.isVerified && !mayBePlain(reached.host))
      wrong.push(
        `  ${name} leads to ${reached.host} without TLS that is checked: add sslmode=verify-full to it (and sslrootcert=FILE for an authority of your own), or name the host in WITHOUT_TLS`,
      );
  }
  const mail = readAs('SMTP_URL', set.SMTP_URL, wrong);
  const settings = [...(mail?.searchParams.keys() ?? [])];
  const elsewhere = settings.filter((setting) => ELSEWHERE.test(setting));
  if (elsewhere.length > 0)
    wrong.push(
      `  SMTP_URL leads elsewhere by ${elsewhere.join(', ')}: leave that out, and name the mail server itself`,
    );
  const weak = settings.filter((setting) => WEAKENING.test(setting));
  if (mail && weak.length > 0 && !mayBePlain(hostOf(mail)))
    wrong.push(`  SMTP_URL gives up TLS by ${weak.join(', ')}: leave that out, or name ${hostOf(mail)} in WITHOUT_TLS`);
  const collector = readAs('OTEL_EXPORTER_OTLP_ENDPOINT', set.OTEL_EXPORTER_OTLP_ENDPOINT, wrong);
  if (collector?.protocol === 'http:' && !mayBePlain(hostOf(collector)))
    wrong.push(
      `  OTEL_EXPORTER_OTLP_ENDPOINT leads to ${hostOf(collector)} without TLS: begin it with https://, or name the host in WITHOUT_TLS`,
    );
  return wrong;
}

/** The mail server as nodemailer is to reach it: one that is not on this machine must offer TLS, and prove who it is. */
export function insistingOnTls(smtpUrl: string, withoutTls: readonly string[]): URL {
  const url = new URL(smtpUrl);
  const host = hostOf(url);
  if (isThisMachine(host) || withoutTls.includes(host.toLowerCase())) return url;
  url.searchParams.set('requireTLS', 'true');
  return url;
}

function readAs(name: string, text: string | undefined, wrong: string[]): URL | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text)) return new URL(text);
  wrong.push(`  ${name} is no address that can be read: what stands before the @ must be percent-encoded`);
  return undefined;
}

const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1');

/** As the driver itself reads it, so that no setting of it, nor a variable such as PGSSLMODE, is overlooked. */
function asReached(connectionString: string): { host: string; isVerified: boolean } | string {
  try {
    const { host, ssl } = new pg.Client({ connectionString }) as unknown as { host: string; ssl: Tls };
    if (typeof ssl !== 'object') return { host, isVerified: ssl === true };
    return { host, isVerified: ssl.rejectUnauthorized !== false && !('checkServerIdentity' in ssl) };
  } catch (error) {
    return (error as Error).message;
  }
}
type Tls = boolean | string | { rejectUnauthorized?: boolean };
