import { randomBytes } from 'node:crypto';
import type { Config } from '../config.js';
import type { MessageLinks } from './message-text.js';

/** A secret of its own for each message: who has it may be led to pay, and nothing else. */
export const newPayToken = () => randomBytes(24).toString('base64url');

/** By which answers name a message; small letters and figures alone, since mail servers change the case. */
export const newMailToken = () => randomBytes(16).toString('hex');

/** Where messages lead to, as the installation says; `token` is that of the message. */
export function linksOf({ mailFrom, payUrl, invoiceUrl, publicUrl }: Config, token: string): MessageLinks {
  const name = /^\s*"?([^"<]*?)"?\s*</.exec(mailFrom)?.[1];
  return {
    supplier: name || mailFrom,
    answers: /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom,
    pay: payUrl === undefined ? null : `${publicUrl}/pay/${token}`,
    invoice: (number) => invoiceUrl?.replaceAll('{invoice}', encodeURIComponent(number)) ?? null,
  };
}
