import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** A code of the step before or after is taken too: clocks differ, and people type. */
const STEPS_OFF = 1;
const RECOVERY_CODES = 10;
/** 160 bits: OWASP ASVS 5 asks for 128 (11.5.1), and takes a plain hash from 112 on (6.5.2), as nobody tries them out. */
const RECOVERY_BYTES = 20;

const appOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Goodstanding', label, secret: Secret.fromBase32(secret) });

/** A secret of 160 bits, as RFC 4226 §4 recommends. */
export const newTotpSecret = (): string => new Secret().base32;

export const uriOf = (secret: string, email: string): string => appOf(secret, email).toString();

/** The step whose code this is, of those near `instant`; null when it is none of them. */
export function stepOf(secret: string, code: string, instant: Date): number | null {
  const app = appOf(secret);
  const timestamp = instant.getTime();
  const off = app.validate({ token: code.replace(/\s/g, ''), timestamp, window: STEPS_OFF });
  return off === null ? null : app.counter({ timestamp }) + off;
}

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    (new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.match(/.{4}/g) ?? []).join('-'),
  );

/** However it is typed. */
export const plainRecoveryCode = (code: string): string => code.toUpperCase().replace(/[^A-Z2-7]/g, '');
