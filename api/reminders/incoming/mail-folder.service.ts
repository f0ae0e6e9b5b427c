import fs from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config.js';
import { IncomingMails } from './incoming-mail.service.js';

/** Larger ones are put aside unread: no answer and no report is so long. */
export const MOST_MAIL_BYTES = 25 * 1024 * 1024;
const MOST_AT_ONCE = 1_000;

/**
 * A folder into which a mail program moves what comes to the address of reminders: `*.eml` in it, or all that is in its
 * `new`, as Maildir has it. What was taken goes into `taken`, what is not about a message of ours into `unmatched`.
 */
@Injectable()
export class MailFolder {
  private readonly logger = new Logger(MailFolder.name);

  constructor(
    private readonly config: Config,
    private readonly mails: IncomingMails,
  ) {}

  /** Safe to run twice, and beside another: each mail is taken once, by what it is and not by its name. */
  async read(): Promise<void> {
    const folder = this.config.mailFolder;
    if (folder === undefined) return;
    for (const file of await this.waiting(folder)) {
      const place = await this.take(file).catch((error: Error) => {
        this.logger.warn(`a mail could not be read and is tried again: ${error.message}`);
        return null;
      });
      if (place === null) continue;
      await fs.mkdir(path.join(folder, place), { recursive: true });
      // Another worker may have moved it.
      await fs.rename(file, path.join(folder, place, path.basename(file))).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') this.logger.warn(`a mail that was taken stays where it is: ${error.message}`);
      });
    }
  }

  private async waiting(folder: string): Promise<string[]> {
    const inside = async (below: string, fits: (name: string) => boolean) => {
      const entries = await fs.readdir(below, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return [];
      });
      // A link may lead to a file that is none of ours.
      return entries.filter((entry) => entry.isFile() && fits(entry.name)).map(({ name }) => path.join(below, name));
    };
    const files = [
      ...(await inside(folder, (name) => name.endsWith('.eml'))),
      ...(await inside(path.join(folder, 'new'), (name) => !name.startsWith('.'))),
    ];
    return files.sort().slice(0, MOST_AT_ONCE);
  }

  private async take(file: string): Promise<'taken' | 'unmatched'> {
    const { size } = await fs.stat(file);
    if (size > MOST_MAIL_BYTES) return 'unmatched';
    const outcome = await this.mails.take(await fs.readFile(file), 'folder');
    return outcome === 'unmatched' || outcome === 'unreadable' ? 'unmatched' : 'taken';
  }
}
