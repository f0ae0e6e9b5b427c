import { z } from 'zod';
import { ENCRYPTED } from './provider-config.js';

const BODY = '{"from":"{from}","to":"{to}","text":"{text}"}';

const isBody = (text: string) => {
  try {
    JSON.parse(text);
    return text.includes('{to}') && text.includes('{text}');
  } catch {
    return false;
  }
};

/** What the environment says of the gateway for text messages. */
export const smsEnvironment = {
  SMS_URL: z.string().regex(ENCRYPTED, 'must begin with https://').optional(),
  SMS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word')
    .optional(),
  SMS_SENDER: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|[A-Za-z0-9 ]{1,11})$/,
      'must be a number such as +491701234567, or a name of at most 11 letters',
    )
    .optional(),
  SMS_KEY_HEADER: z
    .string()
    .regex(/^[A-Za-z-]+: [\x20-\x7e]*\{key\}$/, 'must be a header with {key} at its end, such as X-Api-Key: {key}')
    .default('Authorization: Bearer {key}'),
  SMS_BODY: z.string().refine(isBody, 'must be JSON that holds {to} and {text}').default(BODY),
  SMS_ID_FIELD: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)*$/, 'must be a path such as messages.0.id')
    .default('id'),
  SMS_SECONDS: z.coerce.number().min(0.1).max(60).default(20),
};

/** Each may be in a file. */
export const SMS_SECRETS = ['SMS_KEY'];

export interface SmsConfig {
  url: string;
  key: string;
  /** Its name and its value, with {key}. */
  keyHeader: [string, string];
  sender: string;
  /** JSON, with {from}, {to} and {text}. */
  body: string;
  /** Where its answer has the key of the message: without one nobody knows that it was taken. */
  idField: string;
  seconds: number;
}

export function missingForSms(env: NodeJS.ProcessEnv): string[] {
  if (env.SMS_URL === undefined) return [];
  const missing = ['SMS_KEY', 'SMS_SENDER'].filter(
    (name) => env[name] === undefined && env[`${name}_FILE`] === undefined,
  );
  return missing.map((name) => `  ${name} must be set with SMS_URL`);
}

const schema = z.object(smsEnvironment);

export function smsIn(set: z.output<typeof schema>): SmsConfig | undefined {
  const { SMS_URL: url, SMS_KEY: key, SMS_SENDER: sender, SMS_KEY_HEADER, SMS_BODY: body } = set;
  if (!url || !key || !sender) return undefined;
  const [name = '', value = ''] = SMS_KEY_HEADER.split(': ');
  return { url, key, sender, body, keyHeader: [name, value], idField: set.SMS_ID_FIELD, seconds: set.SMS_SECONDS };
}
