import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** As Standard Webhooks 1.0 has it: `whsec_` and 24 to 64 bytes in Base64. */
export const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;

export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What is signed is key, second and body, joined by dots: none of them can be changed or moved to another. */
export function webhookSignature(secret: string, id: string, second: number, body: Buffer): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = Buffer.concat([Buffer.from(`${id}.${second}.`), body]);
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

/** Whether one of the signatures that were sent is right: while a secret is changed there are two. */
export function isSigned(signatures: string, right: string): boolean {
  const wanted = Buffer.from(right);
  return signatures
    .split(' ')
    .slice(0, 10)
    .map((each) => Buffer.from(each))
    .some((each) => each.length === wanted.length && timingSafeEqual(each, wanted));
}
