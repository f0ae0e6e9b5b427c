import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { WEBHOOK_SECRET } from './shared/webhook-signature.js';

const isNetwork = (text: string) => {
  const [net = '', bits = '0', ...more] = text.split('/');
  return isIP(net) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(net) === 6 ? 128 : 32) && more.length === 0;
};

const isPrivateKey = (pem: string) => {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
};

/** What the environment says of mail that comes back, and of whom other programs are told. */
export const mailEnvironment = {
  MAIL_FOLDER: z.string().min(1).optional(),
  MAIL_WEBHOOK_SECRET: z
    .string()
    .regex(WEBHOOK_SECRET, 'must be whsec_ and 24 to 64 bytes in Base64: echo "whsec_$(openssl rand -base64 32)"')
    .optional(),
  BOUNCE_ADDRESS: z
    .string()
    .regex(/^[\w.-]+@[\w.-]+$/, 'must be a plain e-mail address; +… is added to the part before the @')
    .optional(),
  DKIM_KEY: z.string().refine(isPrivateKey, 'must be a private key as PEM: openssl genrsa 2048').optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)+$/, 'must be the domain that mail comes from')
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[\w.-]+$/, 'must be a name under _domainkey')
    .optional(),
  WEBHOOK_NETWORKS: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every(isNetwork), 'takes addresses and networks such as 10.1.0.0/16')
    .default([]),
};

/** Each may be in a file. */
export const MAIL_SECRETS = ['MAIL_WEBHOOK_SECRET', 'DKIM_KEY'];

/** By which mail is signed in the name of a domain (DKIM, RFC 6376). */
export interface DkimConfig {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

const DKIM = ['DKIM_KEY', 'DKIM_DOMAIN', 'DKIM_SELECTOR'];

export function missingForDkim(env: NodeJS.ProcessEnv): string[] {
  const missing = DKIM.filter((name) => env[name] === undefined && env[`${name}_FILE`] === undefined);
  return missing.length === DKIM.length
    ? []
    : missing.map((name) => `  ${name} must be set with the others of ${DKIM.join(', ')}`);
}

const schema = z.object(mailEnvironment);

export function dkimIn(set: z.output<typeof schema>): DkimConfig | undefined {
  const { DKIM_KEY: privateKey, DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector } = set;
  return privateKey && domainName && keySelector ? { privateKey, domainName, keySelector } : undefined;
}
