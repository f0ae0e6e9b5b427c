import { isIP } from 'node:net';
import { z } from 'zod';
import { WEBHOOK_SECRET } from './shared/webhook-signature.js';

const isNetwork = (text: string) => {
  const [net = '', bits = '0', ...more] = text.split('/');
  return isIP(net) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(net) === 6 ? 128 : 32) && more.length === 0;
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
  WEBHOOK_NETWORKS: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine((list) => list.every(isNetwork), 'takes addresses and networks such as 10.1.0.0/16')
    .default([]),
};

/** Each may be in a file. */
export const MAIL_SECRETS = ['MAIL_WEBHOOK_SECRET'];
