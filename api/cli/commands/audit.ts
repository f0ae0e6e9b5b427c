import { AuditChain, type Verified } from '../../audit/audit-chain.service.js';
import { manual } from '../manual.js';
import { type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async ({ head, json }, positionals) => {
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw new UsageError(`Say what to do with the audit: verify.\n\n${manual.audit.help}`);
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(String(head)))
    throw new UsageError(`--head takes 64 signs of 0–9 and a–f as printed before, not “${String(head)}”.`);
  return withApp(async (app) => {
    const verified = await app.get(AuditChain).verify(head as string | undefined);
    console.log(json ? JSON.stringify(verified) : inWords(verified));
    return verified.isWhole ? 0 : 1;
  });
};

function inWords(verified: Verified): string {
  if (verified.isWhole)
    return `The audit is whole: ${verified.entries} entries.${verified.head ? `\nIts head is ${verified.head}. Note it where nobody here can change it.` : ''}`;
  const { problem, place, entryId } = verified;
  const at = place === null ? '' : `\nThe chain holds up to place ${problem === 'cut short' ? place : place - 1}.`;
  const sentences = {
    changed: `Entry ${entryId} is not what was written.`,
    removed: `Entry ${entryId} was removed.`,
    'link removed': `A link before entry ${entryId} was removed.`,
    'slipped in': `Entry ${entryId} was slipped in past the program.`,
    'cut short': 'The chain does not go through the head that was noted: entries were cut off its end.',
  };
  return `The audit is broken. ${sentences[problem]}${at}\nCompare it with a backup from before, and ask who had the rights of the database’s owner.`;
}
