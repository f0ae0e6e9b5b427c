/** The basic set of GSM 03.38 without escape; those of its extension take two places. Source: 3GPP TS 23.038, 6.2.1. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€\f';

export interface SmsSize {
  /** How many messages it is sent, and paid for, as. */
  readonly segments: number;
  /** False: a sign outside the GSM set makes all of it take twice the room. */
  readonly isGsm: boolean;
}

/**
 * As how many messages a text goes out: 160 places of the GSM set in one, 153 in each of several; else 70 and 67 units of
 * UTF-16. A sign of two places is not cut, which at a border may take one segment more than is told here.
 * Source: 3GPP TS 23.038 and 23.040. Example: 160 letters are one, 161 are two; 71 with a Polish ł are two.
 */
export function smsSize(text: string): SmsSize {
  const signs = [...text];
  const isGsm = signs.every((sign) => BASIC.includes(sign) || EXTENDED.includes(sign));
  const places = isGsm ? signs.reduce((sum, sign) => sum + (EXTENDED.includes(sign) ? 2 : 1), 0) : text.length;
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return { segments: places <= alone ? 1 : Math.ceil(places / each), isGsm };
}
