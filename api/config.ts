import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { PersonRole } from './auth/person.entity.js';
import { type DkimConfig, dkimIn, MAIL_SECRETS, mailEnvironment, missingForDkim } from './mail-config.js';
import {
  ENCRYPTED,
  PROVIDER_SECRETS,
  type ProviderConfig,
  providerEnvironment,
  providersIn,
} from './provider-config.js';
import { isThisMachine } from './shared/network.js';
import { missingForSms, SMS_SECRETS, type SmsConfig, smsEnvironment, smsIn } from './sms-config.js';
import { notEncrypted } from './tls-config.js';

const port = z.coerce.number('must be a number from 0 to 65535').int().min(0).max(65_535);
const perMinute = z.coerce.number('must be a whole number from 1').int().min(1).max(1_000_000);
/** An address, a range of them, or a name that Express has for the private ones. */
const proxy = /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f:]*:[\da-f:.]*(\/\d+)?)$/i;
/** `credit-managers=manager,ar=finance`: the first that somebody has counts. */
function rolesIn(text: string, context: z.RefinementCtx): [string, PersonRole][] {
  return text.split(',').flatMap((pair) => {
    const [value = '', name] = pair.split('=').map((part) => part.trim());
    const role = Object.values(PersonRole).find((each) => each === name);
    if (value !== '' && role) return [[value, role] as [string, PersonRole]];
    context.addIssue({
      code: 'custom',
      message: `“${pair}” must be a value of the claim, =, and one of ${Object.values(PersonRole).join(', ')}`,
    });
    return [];
  });
}

/** `admin,manager`. */
function rolesNamed(text: string, { addIssue }: z.RefinementCtx): PersonRole[] {
  const names = text.split(',').map((each) => each.trim());
  const known = Object.values(PersonRole);
  const unknown = names.filter((name) => !known.some((role) => role === name));
  if (unknown.length > 0)
    addIssue({ code: 'custom', message: `names ${unknown.join(', ')}; the roles are ${known.join(', ')}` });
  return known.filter((role) => names.includes(role));
}

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  GOODSTANDING_HOME: z.string().min(1).optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'must be as people type it, such as https://credit.example.com')
    .optional(),
  PORT: port.default(4000),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every((each) => proxy.test(each)), 'takes addresses, ranges such as 10.0.0.0/8, or loopback')
    .default([]),
  REQUESTS_PER_MINUTE: perMinute.default(600),
  UPLOADS_PER_MINUTE: perMinute.default(30),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\s\r\n]+$/, 'must be an e-mail address')
    .default('Accounts receivable <accounts@goodstanding.example>'),
  PAY_URL: z
    .string()
    .regex(/^https?:\/\/[^\s<>"]+$/, 'must begin with https://')
    .optional(),
  INVOICE_URL: z
    .string()
    .regex(/^https?:\/\/[^\s<>"]*\{invoice\}[^\s<>"]*$/, 'must begin with https:// and hold {invoice}')
    .optional(),
  OIDC_ISSUER: z.string().regex(ENCRYPTED, 'must begin with https://').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_TITLE: z.string().min(1).optional(),
  OIDC_ROLE_CLAIM: z.string().min(1).default('roles'),
  OIDC_ROLES: z.string().transform(rolesIn).optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 signs: openssl rand -base64 32 makes some').optional(),
  SECRET_KEY_BEFORE: z.string().min(1).optional(),
  SALES_SEE: z.enum(['own', 'all'], 'must be own or all').default('own'),
  SECOND_FACTOR_FOR: z.string().transform(rolesNamed).default([]),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/, 'must begin with http:// or https://')
    .optional(),
  NODE_TLS_REJECT_UNAUTHORIZED: z.string().optional(),
  WITHOUT_TLS: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim().toLowerCase()))
    .default([]),
  ...mailEnvironment,
  ...smsEnvironment,
  ...providerEnvironment,
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

/** A provider of identities. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** For the button. */
  title: string;
  roleClaim: string;
  /** Values of the claim and the roles they give, in order. */
  roles: [string, PersonRole][];
}

/** Each may be in a file instead, as containers hand secrets over: `SMTP_URL_FILE` names one that holds the SMTP_URL. */
const SECRETS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'SECRET_KEY',
  'SECRET_KEY_BEFORE',
  ...MAIL_SECRETS,
  ...SMS_SECRETS,
  ...PROVIDER_SECRETS,
];

function secretsFromFiles(env: NodeJS.ProcessEnv): { secrets: Record<string, string>; wrong: string[] } {
  const secrets: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`];
    if (file === undefined) continue;
    try {
      secrets[name] = fs.readFileSync(file, 'utf8').trim();
    } catch (error) {
      wrong.push(`  ${name}_FILE cannot be read: ${(error as Error).message}`);
    }
    if (env[name] !== undefined) wrong.push(`  ${name} and ${name}_FILE are both set: one of them is enough`);
  }
  return { secrets, wrong };
}

/** Everything the program reads from its environment, read once. */
export class Config {
  /** Where the embedded database, uploads and rejected rows are kept. */
  readonly home: string;
  /** Another PostgreSQL instead of the embedded one. */
  databaseUrl?: string;
  /** Who may change the schema; the program itself need not. */
  ownerUrl?: string;
  readonly host: string;
  readonly port: number;
  /** How people reach us: for links that are mailed or handed over. */
  publicUrl: string;
  /** The database is the embedded one, and only this machine reaches us: the demo book may be tried by one click. */
  offersDemoRoles = false;
  /** Whose word is taken for the address and the TLS of who asks. */
  readonly trustedProxies: string[];
  /** Of one address. */
  readonly requestsPerMinute: number;
  readonly uploadsPerMinute: number;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Text messages stay in the mailbox page without it. */
  readonly sms?: SmsConfig;
  /** Into which a mail program moves what comes back. */
  readonly mailFolder?: string;
  /** By which a mail service signs what it tells us. */
  readonly mailWebhookSecret?: string;
  /** Where mail servers report what they cannot deliver; with `+…` for each message. */
  readonly bounceAddress?: string;
  readonly dkim?: DkimConfig;
  /** Networks of our own in which other programs may be told things. */
  readonly webhookNetworks: readonly string[];
  /** Where a pay link of a message leads to in the end. */
  readonly payUrl?: string;
  /** Where an invoice can be read. */
  readonly invoiceUrl?: string;
  /** What is sealed in the database opens with it; one in a file of `home` when not set. */
  readonly secretKey?: string;
  /** The key before it: what opens with that alone is sealed anew at the start. */
  readonly secretKeyBefore?: string;
  /** Whose password alone opens nothing but the page to add a second factor. */
  readonly secondFactorFor: readonly PersonRole[];
  /** Sales people see the customers of others as well; by default only their own. */
  readonly salesSeeAll: boolean;
  readonly oidc?: OidcConfig;
  /** Hosts that may be spoken to without TLS. */
  readonly withoutTls: readonly string[];
  /** A collector of traces and lines of the log that understands OTLP over HTTP. */
  readonly collector?: string;
  readonly providers: ProviderConfig;
  /** The playground and introspection are on outside production. */
  readonly isProduction: boolean;
  readonly logLevel: string;

  constructor(env: NodeJS.ProcessEnv) {
    const files = secretsFromFiles(env);
    const read = environment.safeParse({ ...env, ...files.secrets });
    const issues = read.error?.issues ?? [];
    const wrong = [
      ...files.wrong,
      ...missingForOidc(env),
      ...missingForDkim(env),
      ...(read.success ? notEncrypted(read.data) : []),
      ...missingForSms(env),
      ...issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`),
    ];
    if (!read.success || wrong.length > 0)
      throw new InvalidConfiguration(`The environment is not right:\n${wrong.join('\n')}`);
    const set = read.data;
    this.home = path.resolve(set.GOODSTANDING_HOME ?? path.join(os.homedir(), '.goodstanding'));
    this.databaseUrl = set.DATABASE_URL;
    this.ownerUrl = set.DATABASE_OWNER_URL ?? set.DATABASE_URL;
    this.host = set.HOST;
    this.port = set.PORT;
    this.publicUrl = set.PUBLIC_URL ?? `http://127.0.0.1:${set.PORT}`;
    this.trustedProxies = set.TRUSTED_PROXIES;
    this.requestsPerMinute = set.REQUESTS_PER_MINUTE;
    this.uploadsPerMinute = set.UPLOADS_PER_MINUTE;
    this.smtpUrl = set.SMTP_URL;
    this.mailFrom = set.MAIL_FROM;
    this.sms = smsIn(set);
    this.mailFolder = set.MAIL_FOLDER;
    this.mailWebhookSecret = set.MAIL_WEBHOOK_SECRET;
    this.bounceAddress = set.BOUNCE_ADDRESS;
    this.dkim = dkimIn(set);
    this.webhookNetworks = set.WEBHOOK_NETWORKS;
    this.payUrl = set.PAY_URL;
    this.invoiceUrl = set.INVOICE_URL;
    this.secretKey = set.SECRET_KEY;
    this.secretKeyBefore = set.SECRET_KEY_BEFORE;
    this.secondFactorFor = set.SECOND_FACTOR_FOR;
    this.salesSeeAll = set.SALES_SEE === 'all';
    this.oidc = oidcIn(set);
    this.collector = set.OTEL_EXPORTER_OTLP_ENDPOINT;
    this.withoutTls = set.WITHOUT_TLS;
    this.providers = providersIn(set);
    this.isProduction = set.NODE_ENV === 'production';
    this.logLevel = set.LOG_LEVEL;
  }

  /** No other machine reaches us, nor is said to. */
  get isOfThisMachineAlone(): boolean {
    return [this.host, new URL(this.publicUrl).hostname].every(isThisMachine);
  }
}

const WITH_OIDC = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;

function missingForOidc(env: NodeJS.ProcessEnv): string[] {
  if (env.OIDC_ISSUER === undefined) return [];
  const missing = WITH_OIDC.filter((name) => env[name] === undefined && env[`${name}_FILE`] === undefined);
  return missing.map((name) => `  ${name} must be set with OIDC_ISSUER`);
}

function oidcIn(set: z.output<typeof environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles } = set;
  if (!issuer || !clientId || !clientSecret || !roles) return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    roles,
    roleClaim: set.OIDC_ROLE_CLAIM,
    title: set.OIDC_TITLE ?? new URL(issuer).host,
  };
}

/** All that is wrong with the environment, in one message. */
export class InvalidConfiguration extends Error {}
