import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config.js';
import { newSecret } from './secrets.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what must be read again but not by who reads the database; the key is in the environment or a file. */
@Injectable()
export class Seal {
  private readonly logger = new Logger(Seal.name);
  private key?: Buffer;

  constructor(private readonly config: Config) {}

  /** `owner` is sealed in: what is moved to another owner opens no more. */
  close(text: string, owner: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.ownKey(), nonce).setAAD(Buffer.from(owner));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Null when it was sealed with another key or for another owner. */
  open(sealed: Buffer, owner: string): string | null {
    const text = opened(sealed, owner, this.ownKey());
    if (text === null)
      this.logger.error(`what is sealed of ${owner} does not open: is SECRET_KEY, or secret.key, another one?`);
    return text;
  }

  get hasKeyBefore(): boolean {
    return this.config.secretKeyBefore !== undefined;
  }

  /** The same sealed with the key of now; null where it is already, or where no key opens it. */
  anew(sealed: Buffer, owner: string): Buffer | null {
    const { secretKeyBefore } = this.config;
    if (secretKeyBefore === undefined || opened(sealed, owner, this.ownKey()) !== null) return null;
    const text = opened(sealed, owner, keyOf(secretKeyBefore));
    return text === null ? null : this.close(text, owner);
  }

  private ownKey(): Buffer {
    this.key ??= keyOf(this.config.secretKey ?? keyIn(this.config.home));
    return this.key;
  }
}

const keyOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

function opened(sealed: Buffer, owner: string, key: Buffer): string | null {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString();
  } catch {
    return null; // another key, or another owner
  }
}

/** The key of this installation; made by whoever needs it first. */
function keyIn(home: string): string {
  const file = path.join(home, 'secret.key');
  fs.mkdirSync(home, { recursive: true });
  try {
    fs.writeFileSync(file, newSecret(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  const key = fs.readFileSync(file, 'utf8').trim();
  if (key === '') throw new Error(`${file} is empty: put back the key that was in it`);
  return key;
}
